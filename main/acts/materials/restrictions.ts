import type { z } from 'zod';
import { checkRestriction } from '#app/exchange/restriction.ts';
import { restrictionInput } from '#app/contract/shapes/material.ts';
import { refuse, type Refusal } from '#app/contract/refusals.ts';
import { actOf } from '#app/journal/kind.ts';
import { restrictionLifted, restrictionRecorded } from '#app/materials/acts.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, refuseIfAny } from '../../refused.ts';
import { restrictionsOf } from '../../vault/queries/materials.ts';
import { located } from '../lookup.ts';

export function checkRestrictionInput(input: z.infer<typeof restrictionInput>, date: string): readonly Refusal[] {
  const future = input.instruction.date > date ? [refuse('date.inFuture', { date: input.instruction.date, today: date })] : [];
  return [...checkRestriction(input), ...future];
}

/** Only the originator restricts; the registry records its written instruction (Art. 9(4)). */
export const recordRestriction: Handler<'restrictions.record'> = ({ materialId, restriction }, { vault, clock, newId }) => {
  const { holding } = located(vault, materialId);
  refuseIfAny(checkRestrictionInput(restriction, today(clock)));
  const id = newId();
  vault.commit([actOf(restrictionRecorded, materialId, { id }, [{ holding, content: { id, materialId, ...restriction } }])]);
  return { restrictionId: id };
};

export const liftRestriction: Handler<'restrictions.lift'> = ({ materialId, restrictionId, instruction }, { vault, clock }) => {
  const { holding, db } = located(vault, materialId);
  const restriction = found(restrictionsOf(db, materialId).find((one) => one.id === restrictionId && one.liftedBy === null), 'restriction.notFound');
  const date = today(clock);
  const { instruction: earlier } = restrictionInput.parse(JSON.parse(restriction.json));
  refuseIfAny([
    ...(instruction.date > date ? [refuse('date.inFuture', { date: instruction.date, today: date })] : []),
    // What is lifted was imposed before: the later instruction counts (Art. 9(4)).
    ...(instruction.date < earlier.date ? [refuse('date.order', { earlier: earlier.date, later: instruction.date })] : []),
  ]);
  vault.commit([actOf(restrictionLifted, materialId, { id: restrictionId }, [{ holding, content: { id: restrictionId, materialId, instruction } }])]);
  return {};
};
