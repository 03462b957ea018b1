import { z } from 'zod';
import { consents } from '#app/contract/exchange.ts';
import { bodyCode } from '#app/contract/shapes/reference.ts';
import { civilDate } from '#app/contract/shapes/text.ts';
import { makeForm } from '../../components/form/makeForm.tsx';

const { shape } = consents.record.input;
const openDate = z.union([z.literal(''), civilDate]).transform((date) => (date === '' ? null : date));

/** The contract's own fields; an open term stands as an empty field, and where there is no condition none is open. */
export const consentSchema = z.strictObject({ ...shape, grantor: z.string().pipe(bodyCode), validFrom: openDate, validTo: openDate })
  .transform((consent) => ({ ...consent, conditionsMet: consent.conditions === '' || consent.conditionsMet }));

export type ConsentValues = z.input<typeof consentSchema>;

export const { Frame: ConsentFrame, Field: ConsentField, useValues: useConsentValues } = makeForm(consentSchema);
