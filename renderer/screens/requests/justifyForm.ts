import { z } from 'zod';
import { requests } from '#app/contract/intake.ts';
import { makeForm } from '../../components/form/makeForm.tsx';

const { shape } = requests.justify.input;
export const judgements = shape.judged.options;

/** Whether the justification is accepted is the officer's to choose: none is chosen at first (Art. 12). */
const schema = z.strictObject({
  ...shape,
  judged: shape.judged.nullable().transform((value, context): (typeof judgements)[number] => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'choose' });
    return z.NEVER;
  }),
});

export const { Frame: JustifyFrame, Field: JustifyField } = makeForm(schema);
