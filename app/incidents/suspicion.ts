import { z } from 'zod';
import { addDays, dateOf } from '#app/agreement/civilDate.ts';
import { actKind } from '../journal/kind.ts';
import { id } from '../contract/shapes/text.ts';

/** What by itself asks whether there was a breach (R14.8). A receipt overdue is seen from its dates and written down by no act. */
export const suspicionCauses = ['sealBroken', 'packageAltered', 'contentDamaged', 'clockSetBack', 'receiptOverdue'] as const;
export type SuspicionCause = (typeof suspicionCauses)[number];

const cause = z.enum(suspicionCauses);
/** `about`: number of a package or material, or what was found; it lies where the thing itself does. */
export const suspicionRaised = actKind('suspicion.raised', z.strictObject({ id, cause }), z.strictObject({ id, cause, about: z.string(), materialId: id.nullable() }));
/** Settled by opening a breach, or by the director's decision that there is none, with its reason. */
export const suspicionSettled = actKind('suspicion.settled', z.strictObject({ id, incidentId: id.nullable() }), z.strictObject({ id, incidentId: id.nullable(), reason: z.string() }));

/** The Centre's own term in days for a receipt to come back; the Agreement names none. */
export const receiptDueDays = 30;

/** Whether the receipt of a package sealed at a civil date-time is overdue on a civil date; the due day itself is in time. */
export const receiptOverdue = (sealedAt: string, today: string, days = receiptDueDays): boolean => today > addDays(dateOf(sealedAt), days);

/** Faults of a sealed package that are no accident of the medium: its content is not what was signed. */
const alterations: ReadonlySet<string> = new Set(['manifestMismatch', 'altered', 'badSignature']);
export const isAlteration = (code: string): boolean => alterations.has(code);
