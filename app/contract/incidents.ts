import { z } from 'zod';
import { command, commandOfTwo, done, nothing, question } from './define.ts';
import { bodyCode, degree } from './shapes/reference.ts';
import { stateCodes } from '../agreement/states.ts';
import { citizenship } from '../incidents/law.ts';
import { suspicionCauses } from '../incidents/suspicion.ts';
import { incidentStep } from '../incidents/steps.ts';
import { refusal } from './refusal-shape.ts';
import { civilDate, civilDateTime, id, line, optionalLine } from './shapes/text.ts';

const content = ['director', 'registrar', 'analyst'] as const;

const incidentFields = {
  kind: z.enum(['disclosure', 'loss', 'temporaryLoss']), object: z.enum(['information', 'carrier', 'both']), origin: z.enum(['centre', 'external']),
  discoveredAt: civilDateTime, facts: line(4000), measures: optionalLine(2000),
};

const law = z.enum(stateCodes).nullable();
const flag = z.enum(['several', 'other', 'unknown']).nullable();
const drafted = z.array(z.strictObject({ noticeId: id, addressee: bodyCode }));

export const incidents = {
  open: command({
    summary: 'Opens a breach with minimum facts; notices to originators and recipients are drafted at once and the materials frozen.', articles: ['14'],
    roles: ['registrar', 'director', 'analyst'], refusals: ['material.notFound', 'incident.factsMissing', 'incident.nothingNamed', 'date.inFuture', 'suspicion.notFound'],
    input: z.strictObject({ ...incidentFields, materialIds: z.array(id).min(1).max(500),
      /** The suspicion that it settles. */
      suspicionId: id.nullable().default(null) }),
    answer: z.strictObject({ incidentId: id, number: z.string(), notices: drafted }),
  }),
  suspicions: question({
    summary: 'What asks whether there was a breach: broken seals, a package or an attachment that is not what was signed or registered, a clock set back, a receipt overdue.', articles: ['14'],
    roles: content, journal: 'view', input: nothing,
    answer: z.array(z.strictObject({ id, cause: z.enum(suspicionCauses), about: z.string(), materialId: id.nullable(), since: civilDateTime, officer: z.string() })),
  }),
  dismissSuspicion: command({
    summary: 'The director\'s decision that there was no breach, with its reason.', articles: ['14'], roles: ['director'], refusals: ['suspicion.notFound'],
    input: z.strictObject({ suspicionId: id, reason: line(1000) }), answer: done,
  }),
  complete: command({
    summary: 'Drafts the notices of a breach that the officer who opened it could not see to be due.', articles: ['14'],
    roles: ['registrar', 'director'], refusals: ['incident.notFound', 'incident.closed', 'incident.complete'],
    input: z.strictObject({ incidentId: id }), answer: z.strictObject({ notices: drafted }),
  }),
  record: command({
    summary: 'Records what followed the opening of a breach: the body that told of it, consultations, whether a discussion is necessary, damage, a carrier found again.', articles: ['14', '17'],
    roles: ['registrar', 'director'],
    refusals: ['incident.notFound', 'incident.closed', 'incident.notExternal', 'incident.nobodyConsulted', 'incident.damageNotAgreed', 'incident.notTouched', 'body.unknown', 'date.inFuture', 'date.order'],
    input: z.strictObject({ incidentId: id, step: incidentStep }), answer: done,
  }),
  card: question({
    summary: 'What followed the opening of a breach, and what it still lacks before it can be closed.', articles: ['14'], roles: content, journal: 'view',
    refusals: ['incident.notFound'], input: z.strictObject({ incidentId: id }),
    answer: z.strictObject({ steps: z.array(z.strictObject({ at: civilDateTime, officer: z.string(), step: incidentStep })), open: z.array(refusal) }),
  }),
  close: commandOfTwo({
    summary: 'Closes a breach by two persons: every body was told, the result is on record, and what it touched moves again.', articles: ['14'],
    roles: ['director'], secondRoles: ['security', 'registrar'],
    refusals: ['incident.notFound', 'incident.closed', 'incident.incomplete', 'incident.noticesOpen', 'incident.tellerMissing',
      'incident.discussionUndecided', 'incident.discussionOpen', 'incident.damageOpen', 'incident.carrierNotFound', 'material.notFound', 'date.inFuture', 'date.order'],
    input: z.strictObject({ incidentId: id, result: line(4000), document: z.strictObject({ number: line(60), date: civilDate }) }),
    answer: z.strictObject({ released: z.array(z.string()) }),
  }),
  namePerson: command({
    summary: 'Names a person who answers for a breach, by a reference to paper, and the law that follows from citizenship.', articles: ['14'],
    roles: ['director', 'security'], refusals: ['incident.notFound', 'incident.closed', 'incident.citizenshipUnclear'],
    input: z.strictObject({ incidentId: id, reference: line(120), citizenship }), answer: z.strictObject({ law, flag }),
  }),
  persons: question({
    summary: 'Persons who answer for breaches, each with the applicable law or why there is none.', articles: ['14'], roles: ['director', 'security'], journal: 'view', input: nothing,
    answer: z.array(z.strictObject({
      incidentId: id, number: z.string(), kind: incidentFields.kind, discoveredAt: civilDateTime, status: z.enum(['open', 'closed']),
      persons: z.array(z.strictObject({ reference: z.string(), citizenship, law, flag, at: civilDateTime, officer: z.string() })),
    })),
  }),
  list: question({
    summary: 'Breaches, the newest first.', articles: ['14'], roles: content, journal: 'view', input: nothing,
    answer: z.array(z.strictObject({
      id, number: z.string(), ...incidentFields, openedAt: civilDateTime, officer: z.string(), status: z.enum(['open', 'closed']), degree,
      /** Whether this officer sees a notice to be due that nobody has drafted. */
      incomplete: z.boolean(),
      /** The two persons who closed it, and the document of its result. */
      closed: z.strictObject({ at: civilDateTime, officer: z.string(), second: z.string(), result: z.string(), document: z.strictObject({ number: z.string(), date: civilDate }) }).nullable(),
      materials: z.array(z.strictObject({ id, regNo: z.string() })),
      notices: z.array(z.strictObject({ id, addressee: bodyCode, status: z.string(), number: z.string().nullable() })),
    })),
  }),
};
