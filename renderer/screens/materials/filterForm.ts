import { z } from 'zod';
import { materialFilter, type MaterialFilter } from '#app/contract/materials.ts';
import { civilDate, optionalLine } from '#app/contract/shapes/text.ts';
import { makeForm } from '../../components/form/makeForm.tsx';
import { tidy } from './tidy.ts';

const { shape } = materialFilter;
const eitherWay = z.enum(['yes', 'no']).nullable();
const day = z.union([z.literal(''), civilDate]);

const asBoolean = (value: 'yes' | 'no' | null) => (value === null ? undefined : value === 'yes');

/** The filter as it stands while it is being put together: what is not chosen is null or empty, and is not asked. */
export const filterSchema = z.strictObject({
  text: optionalLine(400), regNo: optionalLine(60), senderNumber: optionalLine(60),
  bodies: shape.bodies.unwrap(), states: shape.states.unwrap(),
  degree: shape.degree.unwrap().nullable(), source: shape.source.unwrap().nullable(), accuracy: shape.accuracy.unwrap().nullable(),
  sourceKind: shape.sourceKind.unwrap().nullable(), basis: shape.basis.unwrap().nullable(), language: shape.language.unwrap().nullable(), admission: shape.admission.unwrap().nullable(),
  receivedFrom: day, receivedTo: day,
  personalData: eitherWay, restricted: eitherWay, frozen: eitherWay, product: eitherWay,
}).transform((values, context): MaterialFilter => {
  const { receivedFrom, receivedTo } = values;
  if (receivedFrom !== '' && receivedTo !== '' && receivedTo < receivedFrom) context.addIssue({ code: 'custom', message: 'order', path: ['receivedTo'] });
  return tidy({
    ...values,
    degree: values.degree ?? undefined, source: values.source ?? undefined, accuracy: values.accuracy ?? undefined, sourceKind: values.sourceKind ?? undefined,
    basis: values.basis ?? undefined, language: values.language ?? undefined, admission: values.admission ?? undefined,
    personalData: asBoolean(values.personalData), restricted: asBoolean(values.restricted), frozen: asBoolean(values.frozen), product: asBoolean(values.product),
  });
});
export type FilterValues = z.input<typeof filterSchema>;

const asChoice = (value: boolean | undefined) => (value === undefined ? null : value ? 'yes' as const : 'no' as const);

/** What stands in the form for a filter that is being asked. */
export const valuesOf = (filter: MaterialFilter): FilterValues => ({
  text: filter.text ?? '', regNo: filter.regNo ?? '', senderNumber: filter.senderNumber ?? '', bodies: filter.bodies ?? [], states: filter.states ?? [],
  degree: filter.degree ?? null, source: filter.source ?? null, accuracy: filter.accuracy ?? null, sourceKind: filter.sourceKind ?? null, basis: filter.basis ?? null,
  language: filter.language ?? null, admission: filter.admission ?? null, receivedFrom: filter.receivedFrom ?? '', receivedTo: filter.receivedTo ?? '',
  personalData: asChoice(filter.personalData), restricted: asChoice(filter.restricted), frozen: asChoice(filter.frozen), product: asChoice(filter.product),
});

export const { Frame: FilterFrame, Field: FilterField } = makeForm(filterSchema);
