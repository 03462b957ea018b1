import { deputyOf } from '#app/access/authority.ts';
import { futureRefusals, orderRefusals } from '#app/agreement/paper-date.ts';
import { approvalWithdrawn, transferApproved } from '#app/exchange/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { deputiesOf } from '../../vault/queries/access.ts';
import { approvalOf } from '../../vault/queries/exchange.ts';
import { byHolding, located } from '../lookup.ts';
import { standingOn } from '../standing.ts';

/** The director, or who replaces him by his order today (Art. 5, 10). Said before anything is looked for: to anybody else nothing is told. */
function refuseUnlessDirector({ vault, clock }: Context): void {
  const { officer } = vault.identity;
  if (officer.role !== 'director' && deputyOf(officer, deputiesOf(vault.registry), today(clock)) === undefined) no('grant.notEntitled');
}

/**
 * The Centre's part in deciding on information created in cooperation, and the director's word on an observer (Art. 5(2), 12). It replaces
 * no body's consent, and is good for one package: each case is decided by itself (Art. 5(1)).
 */
export const approveTransfer: Handler<'release.approve'> = ({ materialIds, recipient, purpose, decision, validTo, confirmedPurposes = [] }, context) => {
  refuseUnlessDirector(context);
  const { vault, clock } = context;
  const now = today(clock);
  found(standingOn(vault.registry, now).bodies.find((one) => one.code === recipient), 'body.unknown', { body: recipient });
  refuseIfAny([
    ...futureRefusals(decision.date, now),
    ...(validTo === null ? [] : orderRefusals(now, validTo)),
  ]);
  const materials = [...new Set(materialIds)].map((id) => located(vault, id));
  const parts = [...byHolding(materials, ({ holding }) => holding)].map(([holding, here]) => ({
    holding, content: { materialIds: here.map(({ row }) => row.id), recipients: [recipient], purpose, decision, validTo, ...(confirmedPurposes.length === 0 ? {} : { confirmedPurposes }) },
  }));
  const [only, ...more] = materials;
  vault.commit([actOf(transferApproved, more.length === 0 ? (only?.row.id ?? null) : null, {}, parts)]);
  return {};
};

export const withdrawApproval: Handler<'release.withdrawApproval'> = ({ materialId, recipient }, context) => {
  refuseUnlessDirector(context);
  const { vault, clock } = context;
  const at = located(vault, materialId);
  const approval = approvalOf(at.db, materialId, recipient, today(clock));
  if (approval === undefined || approval.used) no('director.decisionNotFound');
  vault.commit([actOf(approvalWithdrawn, materialId, {}, [{ holding: at.holding, content: { materialId, recipient } }])]);
  return {};
};
