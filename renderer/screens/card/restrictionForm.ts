import { z } from 'zod';
import { readerRole, restrictionInput, restrictionRule } from '#app/contract/shapes/material.ts';
import { bodyCode, stateCode } from '#app/contract/shapes/reference.ts';
import { civilDate, optionalLine } from '#app/contract/shapes/text.ts';
import { makeForm } from '../../components/form/makeForm.tsx';
import { chosen } from '../../components/form/needed.ts';
import { restrictionKinds } from '../common/restrictionKinds.ts';

const { instruction, from } = restrictionInput.shape;
type Rule = z.output<typeof restrictionRule>;

/** All that a rule may need lies side by side while it is written; what its kind does not use is not sent. */
const schema = z.strictObject({
  instruction, from, to: z.union([z.literal(''), civilDate]),
  kind: chosen(z.enum(restrictionKinds)), bodies: z.array(bodyCode), states: z.array(stateCode), text: optionalLine(400), roles: z.array(readerRole),
}).transform((values, context): z.output<typeof restrictionInput> => {
  const { kind, bodies, states, text, roles, to } = values;
  const named = kind === 'notTo' || kind === 'onlyTo';
  if (named && bodies.length + states.length === 0) context.addIssue({ code: 'custom', message: 'choose', path: ['bodies'] });
  if (kind === 'purpose' && text === '') context.addIssue({ code: 'custom', message: 'empty', path: ['text'] });
  if (kind === 'viewOnly' && roles.length === 0) context.addIssue({ code: 'custom', message: 'choose', path: ['roles'] });
  if (to !== '' && to < values.from) context.addIssue({ code: 'custom', message: 'order', path: ['to'] });
  const rule: Rule = named ? { kind, bodies, states } : kind === 'purpose' ? { kind, text } : kind === 'viewOnly' ? { kind, roles } : { kind };
  return { instruction: values.instruction, rule, from: values.from, to: to === '' ? null : to };
});
export type RestrictionValues = z.input<typeof schema>;

export const { Frame: RestrictionFrame, Field: RestrictionField, useValues: useRestriction } = makeForm(schema);
