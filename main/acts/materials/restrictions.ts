import { futureRefusals, paperDateRefusals } from '#app/agreement/paper-date.ts';
import type { z } from 'zod';
import { checkRestriction } from '#app/exchange/restriction.ts';
import { restrictionInput } from '#app/contract/shapes/material.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { actOf } from '#app/journal/kind.ts';
import { restrictionLifted, restrictionRecorded } from '#app/materials/acts.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, refuseIfAny } from '../../refused.ts';
import { restrictionsOf } from '../../vault/queries/materials.ts';
import { located } from '../lookup.ts';
import { restrictionLetters } from '../notices/restriction.ts';

export function checkRestrictionInput(input: z.infer<typeof restrictionInput>, date: string): readonly Refusal[] {
  return [...checkRestriction(input), ...futureRefusals(input.instruction.date, date)];
}

/** Only the originator restricts; the registry records its written instruction (Art. 9(4)). */
export const recordRestriction: Handler<'restrictions.record'> = ({ materialId, restriction }, context) => {
  const { vault, clock, newId } = context;
  const at = located(vault, materialId);
  refuseIfAny(checkRestrictionInput(restriction, today(clock)));
  const id = newId();
  const told = restrictionLetters(at, { id, change: 'set', ...restriction }, context);
  vault.commit([actOf(restrictionRecorded, materialId, { id }, [{ holding: at.holding, content: { id, materialId, ...restriction } }]), ...told.acts]);
  // A paper made ready before it was said is no longer what may be printed; what still may is made ready again.
  context.session.prepared.clear();
  return { restrictionId: id, notices: told.notices, outOfScope: told.outOfScope };
};

export const liftRestriction: Handler<'restrictions.lift'> = ({ materialId, restrictionId, instruction }, context) => {
  const { vault, clock } = context;
  const at = located(vault, materialId);
  const { holding, db } = at;
  const restriction = found(restrictionsOf(db, materialId).find((one) => one.id === restrictionId && one.liftedBy === null), 'restriction.notFound');
  const { instruction: earlier, rule, from, to } = restrictionInput.parse(JSON.parse(restriction.json));
  // What is lifted was imposed before: the later instruction counts (Art. 9(4)).
  refuseIfAny(paperDateRefusals(instruction.date, earlier.date, today(clock)));
  const told = restrictionLetters(at, { id: restrictionId, change: 'lifted', rule, from, to }, context);
  vault.commit([actOf(restrictionLifted, materialId, { id: restrictionId }, [{ holding, content: { id: restrictionId, materialId, instruction } }]), ...told.acts]);
  return { notices: told.notices, outOfScope: [] };
};

/** What an officer who sees more still has to tell; of nothing lacking nothing is drafted, so it may be asked at any time. */
export const completeRestriction: Handler<'restrictions.complete'> = ({ materialId, restrictionId }, context) => {
  const { vault } = context;
  const at = located(vault, materialId);
  const restriction = found(restrictionsOf(at.db, materialId).find((one) => one.id === restrictionId), 'restriction.notFound');
  const { rule, from, to } = restrictionInput.parse(JSON.parse(restriction.json));
  const told = restrictionLetters(at, { id: restrictionId, change: restriction.liftedBy === null ? 'set' : 'lifted', rule, from, to }, context);
  if (told.acts.length > 0) vault.commit(told.acts);
  return { notices: told.notices, outOfScope: told.outOfScope };
};
