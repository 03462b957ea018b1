import type { NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { admission } from '#app/materials/admission.ts';
import { materialAdmitted } from '#app/materials/acts.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { no, refuseIfAny } from '../../refused.ts';
import { standingLinks } from '../../vault/queries/decisions.ts';
import { locate, located, recordOf } from '../lookup.ts';
import { draftSimilarNotices, isTold } from '../notices/similar.ts';
import { standingOn } from '../standing.ts';

/** What was "received, not admitted to use" is judged anew as the list and the State stand today (R3.3, R23.2). */
export const admit: Handler<'materials.admit'> = ({ materialId, basis }, context) => {
  const { vault, clock } = context;
  const { holding, row } = located(vault, materialId);
  if (row.admission === 'admitted') no('material.alreadyAdmitted', { number: row.regNo });
  const date = today(clock);
  const { bodies, statuses } = standingOn(vault.registry, date);
  const verdict = admission({ body: row.originator, bodies, statuses, date });
  refuseIfAny(verdict.admitted ? [] : verdict.reasons);
  vault.commit([
    actOf(materialAdmitted, materialId, { id: materialId }, [{ holding, content: { id: materialId, basis } }]),
    ...toldOnAdmission(materialId, context),
  ]);
  return {};
};

/**
 * A supplement registered while one side of it was not admitted has told nobody yet (R3.3). With the second side admitted
 * Art. 7 asks for the same notices as at registration.
 */
function toldOnAdmission(materialId: string, context: Context): readonly NewAct[] {
  const { vault } = context;
  return standingLinks(vault, 'supplementOf').flatMap((link) => {
    if (link.from !== materialId && link.to !== materialId) return [];
    const other = link.from === materialId ? link.to : link.from;
    // Who cannot open the other side tells nobody of it.
    if (locate(vault, other)?.row.admission !== 'admitted') return [];
    const [supplement, parent] = [recordOf(vault, link.from), recordOf(vault, link.to)];
    return isTold('supplement', supplement, parent) ? draftSimilarNotices(supplement, parent, link.id, context).acts : [];
  });
}
