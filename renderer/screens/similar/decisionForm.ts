import { z } from 'zod';
import { links } from '#app/contract/materials.ts';
import { makeForm } from '../../components/form/makeForm.tsx';

const { shape } = links.decide.input;

export const decisions = shape.decision.options;
export type Decision = (typeof decisions)[number];

/** No decision is the first one offered: the pair is the officer's to judge (Art. 7). */
const schema = z.strictObject({
  ...shape,
  decision: shape.decision.nullable().transform((value, context): Decision => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'choose' });
    return z.NEVER;
  }),
});

export const { Frame: DecisionFrame, Field: DecisionField, useValues: useDecisionValues } = makeForm(schema);
