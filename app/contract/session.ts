import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { command, done, nothing, question } from './define.ts';
import { civilDateTime, id, language, line } from './shapes/text.ts';

const passphrase = z.string().min(1).max(1024);
const login = z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u, { error: 'notALogin' });
const allRoles = roles;

export const officer = z.strictObject({ id, login: z.string(), name: z.string(), role: z.enum(roles) });

export const session = {
  status: question({
    summary: 'Whether there is a vault, whether it is open, by whom, and what stands in the way.',
    roles: 'any', input: nothing,
    answer: z.strictObject({
      vault: z.enum(['missing', 'locked', 'open', 'damaged']),
      /** Named damage or obstacle when the vault cannot be opened as it lies. */
      trouble: z.strictObject({ code: z.string(), place: z.string(), stands: z.array(z.string()) }).nullable(),
      demonstration: z.boolean(),
      logins: z.array(z.string()),
      officer: officer.nullable(),
      now: civilDateTime,
      /** Set when the clock stands before the last act: acts are refused until it is put right (R14.8). */
      clockSetBack: z.strictObject({ now: civilDateTime, lastAct: civilDateTime }).nullable(),
      lastUnlock: z.strictObject({ at: civilDateTime, login: z.string() }).nullable(),
      idleMinutes: z.int(),
      version: z.string(),
    }),
  }),
  unlock: command({
    summary: 'Opens the vault with an officer\'s passphrase.', articles: ['10'], roles: 'any',
    refusals: ['session.wrongPassphrase', 'session.tooSoon', 'session.noSuchOfficer', 'vault.missing', 'vault.damaged', 'vault.newer', 'vault.older', 'vault.inUse', 'vault.permission', 'vault.rolledBack', 'vault.noSpace', 'vault.readOnly', 'vault.io'],
    input: z.strictObject({ login, passphrase }),
    answer: z.strictObject({ officer }),
  }),
  lock: command({ summary: 'Locks at once: keys wiped, stores closed.', roles: 'any', input: nothing, answer: done }),
  touch: command({ summary: 'The officer is at work: puts the idle lock off.', roles: 'any', input: nothing, answer: done }),
  acceptClock: command({
    summary: 'The director records that the clock was wrong before and is right now.', articles: ['11', '14'],
    roles: ['director'], refusals: ['session.clockNotSetBack'],
    input: z.strictObject({ reason: line(400) }), answer: done,
  }),
  changePassphrase: command({
    summary: 'Changes the officer\'s own passphrase; nothing is encrypted anew.', articles: ['10'], roles: allRoles,
    refusals: ['session.wrongPassphrase', 'session.tooSoon', 'session.weakPassphrase'],
    input: z.strictObject({ old: passphrase, new: passphrase }), answer: done,
  }),
};

export const vault = {
  create: command({
    summary: 'Sets up a vault with its director\'s account.', articles: ['10', '11'], roles: 'any',
    refusals: ['vault.exists', 'vault.noSpace', 'vault.readOnly', 'vault.permission', 'vault.io', 'session.weakPassphrase'],
    input: z.strictObject({ login, name: line(120), passphrase, language }),
    answer: z.strictObject({ officer }),
  }),
  openDemonstration: command({
    summary: 'Makes, if need be, and chooses the demonstration vault with fictional data; it opens with the passphrase answered here.',
    roles: 'any', refusals: ['vault.noSpace', 'vault.readOnly', 'vault.permission', 'vault.io', 'vault.inUse', 'session.mustLock'],
    input: nothing,
    answer: z.strictObject({ logins: z.array(z.strictObject({ login: z.string(), role: z.enum(roles), name: z.string() })), passphrase: z.string() }),
  }),
  leaveDemonstration: command({
    summary: 'Goes back from the demonstration vault to the first screen.', roles: 'any', input: nothing, answer: done, refusals: [],
  }),
  check: command({
    summary: 'Verifies the journal, its signatures and heads, and that the projections rebuilt from it equal the live ones.',
    articles: ['11'], roles: ['director', 'security'], refusals: ['job.cancelled', 'vault.damaged'],
    input: nothing,
    answer: z.strictObject({
      acts: z.int(), head: z.string(),
      broken: z.strictObject({ seq: z.int(), reason: z.string() }).nullable(),
      differences: z.array(z.strictObject({ table: z.string(), rows: z.int() })),
      /** Contents that an act names and that are missing or not what was written. */
      lost: z.array(z.strictObject({ seq: z.int(), holding: z.string() })),
    }),
  }),
};

export const officers = {
  list: question({ summary: 'Accounts of this vault.', articles: ['10'], roles: ['director', 'security'], input: nothing,
    answer: z.array(z.strictObject({ ...officer.shape, state: z.enum(['active', 'disabled']), since: civilDateTime })) }),
  enrol: command({
    summary: 'Opens an account for an official of the Centre.', articles: ['10'], roles: ['director'],
    refusals: ['officer.loginTaken', 'session.weakPassphrase'],
    input: z.strictObject({ login, name: line(120), role: z.enum(roles), passphrase }), answer: z.strictObject({ officerId: id }),
  }),
  disable: command({
    summary: 'Closes an account; its acts stay.', articles: ['10'], roles: ['director'],
    refusals: ['officer.notFound', 'officer.self'], input: z.strictObject({ officerId: id, reason: line(400) }), answer: done,
  }),
};
