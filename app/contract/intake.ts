import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { command, done, nothing, question } from './define.ts';
import { admission } from './shapes/material.ts';
import { bodyCode, stateCode } from './shapes/reference.ts';
import { civilDate, civilDateTime, cursor, hash, id, line, optionalLine, pageLimit } from './shapes/text.ts';

const content = ['director', 'registrar', 'analyst'] as const;

/** A sender on the directory, or one that nobody has notified: then only its name as written (R3.3). */
const sender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed'), body: bodyCode }),
  z.strictObject({ kind: z.literal('unlisted'), state: stateCode.nullable(), nameAsWritten: line(200) }),
]);

const packageFields = {
  sender,
  outerNumber: optionalLine(60),
  channel: line(100),
  courier: optionalLine(120),
  seals: z.enum(['intact', 'broken', 'none']),
  sealNumbers: optionalLine(200),
  receivedAt: civilDateTime,
  remarks: optionalLine(1000),
  /** The sealed package file that it came in, once verified. */
  sealedHash: hash.nullable(),
};

export const incoming = {
  register: command({
    summary: 'Registers a package as it arrived, before anything in it (package first, then its documents).', articles: ['3', '11'],
    roles: ['registrar'], refusals: ['date.inFuture', 'package.replayed', 'package.notQuarantined'],
    input: z.strictObject(packageFields),
    answer: z.strictObject({ packageId: id, number: z.string(), admission, reasons: z.array(z.string()), noticeId: id.nullable() }),
  }),
  page: question({
    summary: 'Packages received, newest first.', articles: ['11'], roles: content, journal: 'view', refusals: ['search.badCursor'],
    input: z.strictObject({ cursor: cursor.nullable(), limit: pageLimit, onlyOpen: z.boolean() }),
    answer: z.strictObject({
      rows: z.array(z.strictObject({ id, number: z.string(), registeredAt: civilDateTime, ...packageFields, admission, materials: z.int() })),
      next: cursor.nullable(), total: z.int(),
    }),
  }),
  card: question({
    summary: 'A package received and the numbers of what was in it.', articles: ['11'], roles: content, journal: 'view',
    refusals: ['package.notFound'], input: z.strictObject({ packageId: id }),
    answer: z.strictObject({
      id, number: z.string(), registeredAt: civilDateTime, officer: z.string(), ...packageFields, admission, reasons: z.array(z.string()),
      materials: z.array(z.strictObject({ id, regNo: z.string() })),
    }),
  }),
};

const requestFields = {
  kind: z.enum(['oneOff', 'standing']), from: bodyCode, number: line(60), date: civilDate, topic: line(1000),
  personalData: z.boolean(), justification: optionalLine(2000), validTo: civilDate.nullable(),
};

export const requests = {
  record: command({
    summary: 'Records a one-off or standing thematic request of a body.', articles: ['4', '11', '12'], roles: ['registrar'],
    refusals: ['body.unknown', 'body.notListed', 'date.inFuture', 'date.order'], input: z.strictObject(requestFields),
    /** `noticeId`: the letter that asks for the justification; null where none is owed. */
    answer: z.strictObject({ requestId: id, status: z.enum(['open', 'awaitsJustification']), noticeId: id.nullable() }),
  }),
  justify: command({
    summary: 'Records the justification that a request of personal data waited for, with the document that brought it; accepted, the request may be answered from then on; not accepted, the body is asked anew.',
    articles: ['12'], roles: ['registrar'], refusals: ['request.notFound', 'request.notAwaiting', 'request.reasonMissing', 'date.inFuture', 'date.order'],
    input: z.strictObject({ requestId: id, justification: line(2000), number: line(60), date: civilDate, judged: z.enum(['accepted', 'rejected']), reason: optionalLine(1000) }),
    answer: z.strictObject({ noticeId: id.nullable() }),
  }),
  list: question({
    summary: 'Requests of bodies.', articles: ['4'], roles: content, journal: 'view', input: nothing,
    answer: z.array(z.strictObject({
      id, ...requestFields, status: z.enum(['open', 'awaitsJustification']), recordedAt: civilDateTime, answers: z.int(),
      /** Packages by which the Centre answered it, of those open to the officer. */
      sent: z.int(),
      /** The document that brought the justification later; null where none had to be waited for, or it is still awaited. */
      justified: z.strictObject({ number: z.string(), date: civilDate }).nullable(),
      /** The latest document that was not accepted as one, while the request waits. */
      rejected: z.strictObject({ number: z.string(), date: civilDate, reason: z.string() }).nullable(),
      /** The latest letter that asks for it; `issuedOn` null while it is a draft. */
      letter: z.strictObject({ noticeId: id, issuedOn: civilDate.nullable() }).nullable(),
    })),
  }),
};

export const drafts = {
  seal: command({ summary: 'Seals a draft under the officer\'s own key; the desk keeps only the sealed form.', roles,
    input: z.strictObject({ json: z.string().max(24_000_000) }), answer: z.strictObject({ sealed: z.string() }) }),
  open: command({ summary: 'Opens a draft that this officer sealed.', roles, refusals: ['draft.notYours'],
    input: z.strictObject({ sealed: z.string().max(40_000_000) }), answer: z.strictObject({ json: z.string() }) }),
};

export const attachments = {
  stage: command({
    summary: 'Streams a file the officer chose into the vault, sealed; shows progress as a job and can be cancelled.', articles: ['11'],
    roles: ['registrar'], refusals: ['attachment.noPath', 'attachment.notAFile', 'attachment.tooLarge', 'attachment.badName', 'attachment.unreadable', 'vault.noSpace', 'vault.io', 'job.cancelled'],
    input: z.strictObject({ fileToken: z.string().max(200), name: line(240), jobId: id }),
    answer: z.strictObject({ fileId: id, size: z.int(), sha256: hash }),
  }),
  discard: command({ summary: 'Drops a staged file that no material took.', roles: ['registrar'], refusals: ['attachment.notFound'],
    input: z.strictObject({ fileId: id }), answer: done }),
  view: question({
    summary: 'Shows an attachment of a material on screen (texts, pictures and PDF up to 20 MiB).', articles: ['11'], roles: content,
    journal: 'view', refusals: ['material.notFound', 'restriction.viewOnly', 'restriction.unreadable', 'attachment.notFound', 'attachment.notShowable', 'attachment.damaged'],
    input: z.strictObject({ materialId: id, fileId: id }),
    answer: z.strictObject({ name: z.string(), kind: z.enum(['text', 'png', 'jpeg', 'pdf']), base64: z.string() }),
  }),
};

export const jobs = {
  cancel: command({ summary: 'Cancels a long step.', roles: 'any', input: z.strictObject({ jobId: id }), answer: z.strictObject({ found: z.boolean() }) }),
};

