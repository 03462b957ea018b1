import type { HoldingName, NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { checkLink, type LinkType } from '#app/materials/links.ts';
import { noticeCancelled } from '#app/notices/acts.ts';
import type { Handler } from '../../context.ts';
import { no, refuseIfAny } from '../../refused.ts';
import { decisionsOn, draftedFor, standingLinks, type StoredLink } from '../../vault/queries/decisions.ts';
import { findNotice } from '../../vault/queries/notices.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { located, recordOf } from '../lookup.ts';
import { draftSimilarNotices, isTold } from '../notices/similar.ts';
import { linkAct } from './link-act.ts';

const typeOf = { similar: 'similar', supplement: 'supplementOf', duplicate: 'duplicate', unrelated: 'unrelated' } as const satisfies Record<string, LinkType>;

/**
 * The officer's decision on a pair (Art. 7). Both records stay as they are; what must be told is drafted in the same act's
 * breath. The latest decision counts: `unrelated` takes an earlier one back, and after it the pair may be linked anew.
 */
export const decideLink: Handler<'links.decide'> = ({ materialId, otherId, decision, reason }, context) => {
  const { vault, newId } = context;
  const [own, other] = [recordOf(vault, materialId), recordOf(vault, otherId)];
  const here = located(vault, materialId);
  const there = located(vault, otherId);
  const type = typeOf[decision];
  const decisions = decisionsOn(here.db, materialId, otherId);
  const latest = decisions.at(-1);
  if (latest !== undefined && (latest.type === 'unrelated') === (decision === 'unrelated')) no('link.exists', { type: latest.type });
  refuseIfAny(checkLink({ type, from: materialId, to: otherId }, type === 'supplementOf' ? standingLinks(vault, type) : []));
  for (const { row } of [here, there]) if (row.admission === 'notAdmitted' && decision !== 'unrelated') no('material.notAdmitted', { number: row.regNo });

  const id = newId();
  const told = isTold(decision, own, other) ? draftSimilarNotices(own, other, id, context) : { acts: [], notices: [] };
  vault.commit([
    linkAct({ id, from: materialId, to: otherId, type }, here.holding, there.holding, reason),
    ...told.acts,
    ...(decision === 'unrelated' ? takenBack(vault, decisions, { holding: here.holding, reason }) : []),
  ]);
  return { linkId: id, notices: told.notices };
};

/**
 * What the earlier decisions on this very pair would still tell is not told (R7.8); a notice issued stands, and so do those
 * of other pairs. The reason may name the other side, so it lies where the decision's own does and nowhere else (Art. 11).
 */
function takenBack(vault: OpenVault, decisions: readonly StoredLink[], why: { readonly holding: HoldingName; readonly reason: string }): readonly NewAct[] {
  return decisions.flatMap((decision) => draftedFor(vault, decision.id)).flatMap((id) => {
    const found = findNotice(vault, id);
    if (found === undefined || found.notice.number !== null || found.notice.cancelled !== null) return [];
    return [actOf(noticeCancelled, id, { id }, [{ holding: found.holding, content: { id, reason: found.holding === why.holding ? why.reason : '' } }])];
  });
}
