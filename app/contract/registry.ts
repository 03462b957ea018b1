import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { command, done, nothing, question } from './define.ts';
import { bodyCode, degree } from './shapes/reference.ts';
import { civilDate, civilDateTime, cursor, hash, id, language, line, optionalLine, pageLimit } from './shapes/text.ts';

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

export const journal = {
  page: question({
    summary: 'Acts of the journal, newest first, filtered. Reading it is itself an act.', articles: ['11'], roles: ['director', 'security'], journal: 'view',
    refusals: ['search.badCursor'],
    input: z.strictObject({
      officer: id.nullable(), kind: z.string().max(60).nullable(), result: z.enum(['done', 'refused']).nullable(), subject: id.nullable(),
      from: civilDate.nullable(), to: civilDate.nullable(), text: optionalLine(200), cursor: cursor.nullable(), limit: pageLimit,
    }),
    answer: z.strictObject({
      rows: z.array(z.strictObject({ seq: z.int(), at: civilDateTime, officer: z.string(), workstation: z.string(), kind: z.string(), result: z.enum(['done', 'refused']), subject: id.nullable(), detail: z.string(), hash })),
      next: cursor.nullable(), total: z.int(), kinds: z.array(z.string()), officers: z.array(z.strictObject({ id, name: z.string() })),
    }),
  }),
  exportTo: command({
    summary: 'Exports the journal as numbered, hash-chained, signed lines that anyone can verify without keys of content.', articles: ['11'], roles: ['director', 'security'],
    refusals: ['media.missing', 'media.full', 'media.readOnly', 'media.permission', 'media.io', 'media.exists'],
    input: z.strictObject({ folder: z.string().min(1).max(4096) }), answer: z.strictObject({ path: z.string(), acts: z.int(), head: hash }),
  }),
};

/** A printed form and what it is about. */
const form = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('P1'), packageId: id }),
  z.strictObject({ form: z.literal('P2'), packageId: id }),
  z.strictObject({ form: z.literal('P3'), packageId: id }),
  z.strictObject({ form: z.literal('P4'), packageId: id }),
  z.strictObject({ form: z.literal('P3in'), packageId: id }),
  z.strictObject({ form: z.literal('P6'), materialId: id }),
  z.strictObject({ form: z.literal('P9'), noticeId: id }),
  z.strictObject({ form: z.literal('P17'), noticeId: id }),
  z.strictObject({ form: z.literal('letter'), noticeId: id }),
  z.strictObject({ form: z.literal('P23'), from: civilDate, to: civilDate }),
]);

export const documents = {
  prepare: command({
    summary: 'Makes the PDF of a form and shows it: the very bytes that will be printed, under its own print number.', articles: ['8', '9', '11', '14'],
    roles: ['director', 'registrar', 'security'], refusals: ['material.notFound', 'package.notFound', 'notice.notFound', 'notice.wrongForm', 'document.rolesForm', 'document.noPdf'],
    input: z.strictObject({ of: form, language, secondLanguage: language.nullable(), copies: z.int().min(1).max(50) }),
    answer: z.strictObject({ printId: id, number: z.string(), base64: z.string(), text: z.string(), degree: degree.nullable(), pages: z.int() }),
  }),
  printers: question({ summary: 'Printers of this workstation.', roles, input: nothing, answer: z.array(z.string()) }),
  print: command({
    summary: 'Prints exactly what was shown and records who printed how many copies where.', articles: ['11'], roles: ['director', 'registrar', 'security'],
    refusals: ['document.notPrepared', 'document.printerFailed', 'document.noPrinter'],
    input: z.strictObject({ printId: id, printer: line(200), copies: z.int().min(1).max(50) }), answer: done,
  }),
};

export const desk = {
  summary: question({
    summary: 'What is due, overdue and waiting, each row leading to the screen where it is acted on.', roles: content, input: nothing,
    answer: z.strictObject({
      draftNotices: z.int(), overdueNotices: z.int(), unacknowledged: z.int(), openIncidents: z.int(), packagesWithoutMaterials: z.int(), notAdmitted: z.int(),
      awaitingJustification: z.int(), receiptsOutstanding: z.int(), materials: z.int(), pairsToDecide: z.int(),
      overdue: z.array(z.strictObject({ kind: z.string(), id, label: z.string(), dueOn: civilDate })),
    }),
  }),
};

export const window_ = {
  title: command({ summary: 'Sets the window\'s title: the grif of what is on screen stands in it.', roles: 'any',
    input: z.strictObject({ degree: degree.nullable(), screen: line(120) }), answer: done }),
};
