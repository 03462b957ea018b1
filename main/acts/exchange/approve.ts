import { transferApproved } from '#app/exchange/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found } from '../../refused.ts';
import { byHolding, located } from '../lookup.ts';
import { standingOn } from '../standing.ts';

/** The Centre's part in deciding on information created in cooperation, and the director's word on an observer (Art. 5(2), 12). It replaces no body's consent. */
export const approveTransfer: Handler<'release.approve'> = ({ materialIds, recipients, basis }, { vault, clock }) => {
  const known = standingOn(vault.registry, today(clock)).bodies;
  for (const code of recipients) found(known.find((one) => one.code === code), 'body.unknown', { body: code });
  const materials = [...new Set(materialIds)].map((id) => located(vault, id));
  const parts = [...byHolding(materials, ({ holding }) => holding)]
    .map(([holding, here]) => ({ holding, content: { materialIds: here.map(({ row }) => row.id), recipients: [...new Set(recipients)], basis } }));
  const [only, ...more] = materials;
  vault.commit([actOf(transferApproved, more.length === 0 ? (only?.row.id ?? null) : null, {}, parts)]);
  return {};
};
