import { z } from 'zod';
import { incidents } from '#app/contract/incidents.ts';
import { makeForm } from '../../components/form/makeForm.tsx';
import { chosen } from '../../components/form/needed.ts';

const { shape } = incidents.open.input;

/** The contract's own fields; kind, object and origin stand open until the officer says them. */
export const breachSchema = z.strictObject({ ...shape, kind: chosen(shape.kind), object: chosen(shape.object), origin: chosen(shape.origin) });
export type BreachValues = z.input<typeof breachSchema>;

export const kinds = shape.kind.options;
export const objects = shape.object.options;
export const origins = shape.origin.options;

export const emptyBreach = (materialIds: readonly string[], suspicionId: string | null): BreachValues =>
  ({ kind: null, object: null, origin: null, discoveredAt: '', facts: '', measures: '', materialIds: [...materialIds], suspicionId });

export const { Frame: BreachFrame, Field: BreachField, useValues: useBreachValues } = makeForm(breachSchema);
