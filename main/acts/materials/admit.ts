import { actOf } from '#app/journal/kind.ts';
import { admission } from '#app/materials/admission.ts';
import { materialAdmitted } from '#app/materials/acts.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { no, refuseIfAny } from '../../refused.ts';
import { located } from '../lookup.ts';
import { standingOn } from '../standing.ts';

/** What was "received, not admitted to use" is judged anew as the list and the State stand today (R3.3, R23.2). */
export const admit: Handler<'materials.admit'> = ({ materialId, basis }, { vault, clock }) => {
  const { holding, row } = located(vault, materialId);
  if (row.admission === 'admitted') no('material.alreadyAdmitted', { number: row.regNo });
  const date = today(clock);
  const { bodies, statuses } = standingOn(vault.registry, date);
  const verdict = admission({ body: row.originator, bodies, statuses, date });
  refuseIfAny(verdict.admitted ? [] : verdict.reasons);
  vault.commit([actOf(materialAdmitted, materialId, { id: materialId }, [{ holding, content: { id: materialId, basis } }])]);
  return {};
};
