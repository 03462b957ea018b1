import { z } from 'zod';
import { grantStates } from '../access/grant.ts';
import { contentRoles, roles } from '../access/roles.ts';
import { command, done, nothing, question } from './define.ts';
import { clearance, paperDocument, scope } from './shapes/access.ts';
import { degree } from './shapes/reference.ts';
import { civilDate, civilDateTime, id, line } from './shapes/text.ts';

export const grant = z.strictObject({
  id, clearance, scope, from: civilDate, to: civilDate, document: paperDocument,
  /** The lower degree of clearance and grant: what is visible (R10.2). */
  degree, state: z.enum(grantStates),
  /** Last day on which grant and clearance both hold, and days from today to it; negative when it is past. */
  lastDay: civilDate, daysLeft: z.int(),
  issuedAt: civilDateTime, issuedBy: z.string(), byDeputy: z.boolean(),
  revoked: z.strictObject({ at: civilDateTime, by: z.string(), reason: z.string(), document: paperDocument }).nullable(),
});

const deputy = z.strictObject({
  id, officer: z.string(), officerId: id, from: civilDate, to: civilDate, document: paperDocument, recordedAt: civilDateTime,
  inOffice: z.boolean(), ended: z.strictObject({ at: civilDateTime, reason: z.string() }).nullable(),
});

/** Clearance, access and the person replacing the director (Art. 10). */
export const access = {
  list: question({
    summary: 'Officials with their clearances and grants: everybody\'s for those who sign or oversee them, one\'s own for the others.', articles: ['10'], roles, input: nothing,
    answer: z.strictObject({
      officials: z.array(z.strictObject({
        officer: z.strictObject({ id, login: z.string(), name: z.string(), role: z.enum(roles), state: z.enum(['active', 'disabled']) }),
        /** Newest first. */
        grants: z.array(grant),
      })),
      deputies: z.array(deputy),
      /** Whether this officer signs grants today. */
      signs: z.boolean(),
      /** Holdings that wait to be encrypted anew, of those this officer can open. */
      rekeying: z.int(),
    }),
  }),
  issue: command({
    summary: 'Grants an official access by a certificate of clearance and a written decision; his keys follow.', articles: ['10'], roles: contentRoles,
    refusals: ['officer.notFound', 'grant.notEntitled', 'grant.own', 'grant.noContentRole', 'grant.periodEmpty', 'clearance.expired', 'date.inFuture', 'body.unknown'],
    input: z.strictObject({ officerId: id, clearance, scope, from: civilDate, to: civilDate, document: paperDocument }),
    answer: z.strictObject({ grantId: id }),
  }),
  revoke: command({
    summary: 'Revokes a grant at once; what it opened is encrypted anew.', articles: ['10'], roles: contentRoles,
    refusals: ['grant.notFound', 'grant.alreadyRevoked', 'grant.notEntitled', 'grant.own', 'grant.lastKey', 'date.inFuture'],
    input: z.strictObject({ grantId: id, reason: line(400), document: paperDocument }), answer: done,
  }),
  recordDeputy: command({
    summary: 'Records the person replacing the director for a period: he signs grants while it lasts.', articles: ['10'], roles: ['director'],
    refusals: ['officer.notFound', 'deputy.unfit', 'grant.periodEmpty', 'date.inFuture'],
    input: z.strictObject({ officerId: id, from: civilDate, to: civilDate, document: paperDocument }), answer: z.strictObject({ deputyId: id }),
  }),
  endDeputy: command({
    summary: 'Ends the replacement before its time.', articles: ['10'], roles: ['director'], refusals: ['deputy.notFound'],
    input: z.strictObject({ deputyId: id, reason: line(400) }), answer: done,
  }),
  rekey: command({
    summary: 'Encrypts anew what somebody no longer entitled held a key of: in the background, resumed at the next opening when it is cut off.', articles: ['10'], roles: contentRoles,
    refusals: ['job.cancelled', 'vault.damaged', 'vault.noSpace', 'vault.io'], input: nothing, answer: z.strictObject({ holdings: z.int() }),
  }),
};
