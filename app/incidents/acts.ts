import { z } from 'zod';
import { degree } from '../contract/shapes/reference.ts';
import { civilDateTime, id } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';
import { serial } from '../materials/acts.ts';

/**
 * The facts of a breach lie in the Centre's own holding of the highest degree touched; each touched holding
 * gets only its own materials, which are frozen there (Art. 14, R14.9).
 */
export const incidentOpened = actKind('incident.opened', z.strictObject({
  id, number: z.string(), serial, kind: z.enum(['disclosure', 'loss', 'temporaryLoss']), object: z.enum(['information', 'carrier', 'both']),
  origin: z.enum(['centre', 'external']), discoveredAt: civilDateTime, degree,
}), z.union([
  z.strictObject({ part: z.literal('facts'), id, facts: z.string(), measures: z.string(), materialIds: z.array(id) }),
  z.strictObject({ part: z.literal('touched'), id, materialIds: z.array(id) }),
]));
