import { z } from 'zod';
import { bodyCode, degree } from '../contract/shapes/reference.ts';
import { civilDate, civilDateTime, id } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';
import { serial } from '../materials/acts.ts';
import { letterKind } from './kinds.ts';
import { letterParticulars } from './particulars.ts';

/** What a notice may say of one material: the addressee's own reference and our incoming number, nothing of another side (R7.4). */
export const noticeLine = z.strictObject({
  materialId: id.nullable(), ownReference: z.string(), ownDate: civilDate.nullable(), ourNumber: z.string(), ourDate: civilDate,
});

/**
 * `link`: what it tells of. Of similar information the decision on a pair, taken back with it (R7.8); of a change of restrictions the restriction.
 */
export const noticeDrafted = actKind('notice.drafted', z.strictObject({ id, link: id.optional() }), z.strictObject({
  id, link: id.optional(), kind: letterKind, addressee: bodyCode, degree: degree.nullable(), lines: z.array(noticeLine),
  /** What the addressee received from the Centre, by our outgoing numbers (a breach tells recipients too). */
  received: z.array(z.strictObject({ number: z.string(), date: civilDate })),
  /** Of a breach: what kind and when discovered. No fact in free words: it could tell one side of another (R14.3). */
  incident: z.strictObject({ id, kind: z.enum(['disclosure', 'loss', 'temporaryLoss']), object: z.enum(['information', 'carrier', 'both']), discoveredAt: civilDateTime }).nullable(),
  /** Of a sender not on the list: its name as written. */
  sender: z.string().nullable(),
  /** What a letter of its kind says beyond its lines; absent where the kind needs nothing more. */
  particulars: letterParticulars.optional(),
}));
/** One part lies with the notice. The other is the number taken from the addressee's series, which lies in the addressee's own holding of the lower degree. */
export const noticeIssued = actKind('notice.issued', z.strictObject({ id, addressee: bodyCode, serial }), z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('notice'), id, number: z.string() }),
  z.strictObject({ part: z.literal('number'), serial }),
]));
export const noticeAcknowledged = actKind('notice.acknowledged', z.strictObject({ id }), z.strictObject({ id, number: z.string(), date: civilDate }));
export const noticeCancelled = actKind('notice.cancelled', z.strictObject({ id }), z.strictObject({ id, reason: z.string() }));
