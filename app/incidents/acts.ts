import { z } from 'zod';
import { stateCodes } from '../agreement/states.ts';
import { degree } from '../contract/shapes/reference.ts';
import { civilDate, civilDateTime, id } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';
import { serial } from '../materials/acts.ts';
import { citizenship } from './law.ts';
import { incidentStep } from './steps.ts';

const incident = {
  id, number: z.string(), serial, kind: z.enum(['disclosure', 'loss', 'temporaryLoss']), object: z.enum(['information', 'carrier', 'both']),
  origin: z.enum(['centre', 'external']), discoveredAt: civilDateTime, degree,
};
/**
 * A breach lies in the Centre's own holding of the highest degree touched and is numbered there; each touched holding
 * gets only its own materials, which are frozen there (Art. 14, R14.9).
 */
export const incidentOpened = actKind('incident.opened', z.strictObject(incident), z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('facts'), ...incident, facts: z.string(), measures: z.string(), materialIds: z.array(id) }),
  z.strictObject({ part: z.literal('touched'), id, number: z.string(), materialIds: z.array(id) }),
]));

/** Closed by two persons: the result with its document beside the facts, and in each touched holding what moves again (R14.9). */
export const incidentClosed = actKind('incident.closed', z.strictObject({ id, number: z.string() }), z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('facts'), id, result: z.string(), document: z.strictObject({ number: z.string(), date: civilDate }), second: z.string() }),
  z.strictObject({ part: z.literal('released'), id, materialIds: z.array(id) }),
]));

/** A step of a breach between its opening and its closing, in full beside the facts. */
export const incidentStepRecorded = actKind('incident.stepRecorded', z.strictObject({ id, step: z.string() }), z.strictObject({ id, step: incidentStep }));

/**
 * A person who answers for a breach (R14.6). It lies in no holding: the open part of an act that is not common knowledge is read by the
 * director and the security officer, and by nobody else. `reference` says where on paper the person is named.
 */
export const incidentPersonNamed = actKind('incident.personNamed', z.strictObject({ id, reference: z.string(), citizenship, law: z.enum(stateCodes).nullable() }), null);
