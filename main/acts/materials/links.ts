import { actOf } from '#app/journal/kind.ts';
import { linkDecided } from '#app/materials/acts.ts';
import { checkLink, type LinkType } from '#app/materials/links.ts';
import type { Handler } from '../../context.ts';
import { no, refuseIfAny } from '../../refused.ts';
import { linksOf, linksOfType } from '../../vault/queries/packages-in.ts';
import { holdingOf, located, recordOf } from '../lookup.ts';
import { draftSimilarNotices, isTold } from '../notices/similar.ts';

const typeOf = { similar: 'similar', supplement: 'supplementOf', duplicate: 'duplicate', unrelated: 'unrelated' } as const satisfies Record<string, LinkType>;

/** The officer's decision on a pair (Art. 7). Both records stay as they are; what must be told is drafted in the same act's breath. */
export const decideLink: Handler<'links.decide'> = ({ materialId, otherId, decision, reason }, context) => {
  const { vault, newId } = context;
  const [own, other] = [recordOf(vault, materialId), recordOf(vault, otherId)];
  const rows = [located(vault, materialId).row, located(vault, otherId).row];
  const type = typeOf[decision];
  const pair = linksOf(vault.registry, materialId).filter(({ from, to }) => from === otherId || to === otherId);
  const decided = pair.find((link) => link.type === 'similar' || link.type === 'duplicate' || link.type === 'supplementOf');
  if (decided !== undefined && decision !== 'unrelated') no('link.exists', { type: decided.type });
  refuseIfAny(checkLink({ type, from: materialId, to: otherId }, linksOfType(vault.registry, type)));
  for (const row of rows) if (row.admission === 'notAdmitted' && decision !== 'unrelated') no('material.notAdmitted', { number: row.regNo });

  const id = newId();
  const told = isTold(decision, own, other) ? draftSimilarNotices(own, other, context) : { acts: [], notices: [] };
  vault.commit([
    actOf(linkDecided, materialId, { id, from: materialId, to: otherId, type }, [{ holding: holdingOf(own.originator, own.degree), content: { id, reason } }]),
    ...told.acts,
  ]);
  return { linkId: id, notices: told.notices };
};
