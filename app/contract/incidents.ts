import { z } from 'zod';
import { command, nothing, question } from './define.ts';
import { bodyCode, degree } from './shapes/reference.ts';
import { civilDateTime, id, line, optionalLine } from './shapes/text.ts';

const content = ['director', 'registrar', 'analyst'] as const;

const incidentFields = {
  kind: z.enum(['disclosure', 'loss', 'temporaryLoss']), object: z.enum(['information', 'carrier', 'both']), origin: z.enum(['centre', 'external']),
  discoveredAt: civilDateTime, facts: line(4000), measures: optionalLine(2000),
};

export const incidents = {
  open: command({
    summary: 'Opens a breach with minimum facts; notices to originators and recipients are drafted at once and the materials frozen.', articles: ['14'],
    roles: ['registrar', 'director', 'analyst'], refusals: ['material.notFound', 'incident.factsMissing', 'incident.nothingNamed', 'date.inFuture'],
    input: z.strictObject({ ...incidentFields, materialIds: z.array(id).min(1).max(500) }),
    answer: z.strictObject({ incidentId: id, number: z.string(), notices: z.array(z.strictObject({ noticeId: id, addressee: bodyCode })) }),
  }),
  list: question({
    summary: 'Breaches, the newest first.', articles: ['14'], roles: content, journal: 'view', input: nothing,
    answer: z.array(z.strictObject({
      id, number: z.string(), ...incidentFields, openedAt: civilDateTime, officer: z.string(), status: z.enum(['open', 'closed']), degree,
      materials: z.array(z.strictObject({ id, regNo: z.string() })),
      notices: z.array(z.strictObject({ id, addressee: bodyCode, status: z.string(), number: z.string().nullable() })),
    })),
  }),
};
