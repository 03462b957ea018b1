import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { command, done, nothing, question } from './define.ts';
import { clearance, paperDocument } from './shapes/access.ts';
import { keyFolder, passphrase, passphraseWords, whereKeyFile } from './shapes/passphrase.ts';
import { civilDateTime, id, language, line } from './shapes/text.ts';

const login = z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u, { error: 'notALogin' });
const allRoles = roles;
const keyFileTrouble = ['keyFile.missing', 'keyFile.foreign', 'keyFile.damaged'] as const;

const actPlace = z.strictObject({ seq: z.int(), at: civilDateTime });

/** A part of the vault that is not what was written, or cannot be reached: where, from which act on and since when. What is not named stands. */
export const damage = z.strictObject({
  what: z.enum(['store', 'content', 'file', 'heads']),
  /** `registry` or a holding. */
  store: z.string(),
  /** As in the refusals of the vault: `missing`, `damaged`, `io` … */
  code: z.string(), place: z.string(),
  /** First and last act with content there, as far as the officer may know. */
  from: actPlace.nullable(), to: actPlace.nullable(),
});

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
      /** Those of them whose account wants a key file besides the passphrase. */
      keyFileLogins: z.array(z.string()),
      /** Set when one of the two copies of the header is damaged, missing or older: the other stands for it, and is written anew at the next unlocking. */
      header: z.strictObject({ place: z.string(), code: z.enum(['missing', 'damaged', 'io', 'older']), mended: z.boolean() }).nullable(),
      officer: officer.nullable(),
      now: civilDateTime,
      /** Set when the clock stands before the last act: acts are refused until it is put right (R14.8). */
      clockSetBack: z.strictObject({ now: civilDateTime, lastAct: civilDateTime }).nullable(),
      lastUnlock: z.strictObject({ at: civilDateTime, login: z.string() }).nullable(),
      /** The account of the open session is sealed with less than a new passphrase takes: changing it seals it anew. */
      weaklySealed: z.boolean(),
      /** Set when the vault was opened only to read what stands of it: the reason. */
      reading: z.strictObject({ code: z.string(), place: z.string() }).nullable(),
      idleMinutes: z.int(),
      version: z.string(),
    }),
  }),
  unlock: command({
    summary: 'Opens the vault with an officer\'s passphrase; with `toRead` and a lost or foreign log of heads only to read what stands, by the director or the security officer; with `olderHeader` under a header that was put back from paper, by the same two.', articles: ['10'], roles: 'any',
    refusals: ['session.wrongPassphrase', 'session.tooSoon', 'session.noSuchOfficer', ...keyFileTrouble, 'vault.missing', 'vault.damaged', 'vault.newer', 'vault.older', 'vault.outdated', 'vault.inUse', 'vault.permission', 'vault.rolledBack', 'vault.noSpace', 'vault.readOnly', 'vault.io',
      'grant.none', 'grant.notYet', 'grant.expired', 'grant.revoked', 'clearance.expired'],
    input: z.strictObject({ login, passphrase, keyFolder: whereKeyFile, toRead: z.boolean().optional(), olderHeader: z.boolean().optional() }),
    answer: z.strictObject({ officer }),
  }),
  lock: command({ summary: 'Locks at once: keys wiped, stores closed.', roles: 'any', input: nothing, answer: done }),
  touch: command({ summary: 'The officer is at work: puts the idle lock off.', roles: 'any', input: nothing, answer: done }),
  acceptClock: command({
    summary: 'The director records that the clock was wrong before and is right now.', articles: ['11', '14'],
    roles: ['director'], refusals: ['session.clockNotSetBack'],
    input: z.strictObject({ reason: line(400) }), answer: done,
  }),
  judgePassphrase: question({
    summary: 'How long a passphrase would stand, and why not longer: judged offline while it is typed, kept nowhere.', articles: ['10'], roles: 'any',
    input: z.strictObject({ passphrase: z.string().max(1024), login: z.string().max(40), name: z.string().max(120) }),
    answer: z.strictObject({ strength: z.enum(['weak', 'enough', 'good']), why: z.enum(passphraseWords).nullable() }),
  }),
  changePassphrase: command({
    summary: 'Changes the officer\'s own passphrase, and keeps, makes, replaces or gives up the key file besides it; nothing is encrypted anew.', articles: ['10'], roles: allRoles,
    refusals: ['session.wrongPassphrase', 'session.tooSoon', 'session.weakPassphrase', ...keyFileTrouble, 'keyFile.notWritable'],
    input: z.strictObject({ old: passphrase, new: passphrase, keyFolder: whereKeyFile, keyFile: z.union([z.enum(['keep', 'none']), z.strictObject({ newIn: keyFolder })]).default('keep') }),
    answer: z.strictObject({
      /** The key file that was made; `ownDisk`: on the disk of the vault, where it protects nothing. */
      keyFile: z.strictObject({ path: z.string(), ownDisk: z.boolean() }).nullable(),
    }),
  }),
};

export const vault = {
  create: command({
    summary: 'Sets up a vault with its director\'s account and grant: the order that appoints him and the certificate of his clearance are named.', articles: ['10', '11'], roles: 'any',
    refusals: ['clearance.expired', 'date.inFuture', 'vault.exists', 'vault.noSpace', 'vault.readOnly', 'vault.permission', 'vault.io', 'session.weakPassphrase'],
    input: z.strictObject({ login, name: line(120), passphrase, language, order: paperDocument, clearance: clearance.omit({ degree: true, from: true }) }),
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
  damage: question({
    summary: 'Parts of the vault that opening shows to be damaged or out of reach, of what the officer has the keys of.', articles: ['11', '12'], roles: allRoles, input: nothing,
    answer: z.strictObject({
      damage: z.array(damage),
      /** Holdings that can be read. */
      stands: z.array(z.string()),
      /** When the last check found nothing wrong. */
      lastWhole: civilDateTime.nullable(),
      /** False while acts that nobody has read yet are read in the background: `lastWhole` and with what a damaged part begins are not known before; the signal `changed` tells when. */
      journalRead: z.boolean(),
    }),
  }),
  migrate: command({
    summary: 'Brings a vault of an earlier form to that of this program: on a copy, verified before it takes the vault\'s name; the vault as it was is kept.', articles: ['11'], roles: 'any',
    refusals: ['session.mustLock', 'session.wrongPassphrase', 'session.tooSoon', 'session.noSuchOfficer', ...keyFileTrouble, 'vault.missing', 'vault.damaged', 'vault.newer', 'vault.notAllKeys', 'vault.inUse', 'vault.noSpace', 'vault.io', 'job.cancelled'],
    input: z.strictObject({ jobId: id, login, passphrase, keyFolder: whereKeyFile }),
    answer: z.strictObject({ from: z.int(), to: z.int(), kept: z.string() }),
  }),
  restoreHeader: command({
    summary: 'Puts the vault\'s header back from paper where neither of its copies is whole. It opens nothing by itself: an officer unlocks under it, and the journal says so.', articles: ['11'], roles: 'any',
    refusals: ['session.mustLock', 'vault.missing', 'vault.newer', 'vault.older', 'vault.inUse', 'vault.noSpace', 'vault.readOnly', 'vault.permission', 'vault.io', 'headerPaper.lines', 'headerPaper.unreadable', 'headerPaper.stands'],
    input: z.strictObject({ lines: z.string().min(1).max(200_000) }),
    answer: z.strictObject({ vaultId: z.string(), serial: z.int(), logins: z.array(z.string()) }),
  }),
  check: command({
    summary: 'Reads every page and sealed file, verifies the journal, its signatures and heads, and that the projections rebuilt from it equal the live ones.',
    articles: ['11'], roles: ['director', 'security'], refusals: ['job.cancelled', 'vault.damaged'],
    input: nothing,
    answer: z.strictObject({
      acts: z.int(), head: z.string(),
      broken: z.strictObject({ seq: z.int(), reason: z.string() }).nullable(),
      differences: z.array(z.strictObject({ table: z.string(), rows: z.int() })),
      /** Contents that an act names and that are missing or not what was written. */
      lost: z.array(z.strictObject({ seq: z.int(), holding: z.string() })),
      damage: z.array(damage),
    }),
  }),
};

export const officers = {
  list: question({ summary: 'Accounts of this vault.', articles: ['10'], roles: ['director', 'security', 'administrator'], input: nothing,
    answer: z.array(z.strictObject({ ...officer.shape, state: z.enum(['active', 'disabled']), since: civilDateTime })) }),
  enrol: command({
    summary: 'Opens an account for an official of the Centre. It opens no content: that takes a grant.', articles: ['10', '12'], roles: ['director', 'administrator'],
    refusals: ['officer.loginTaken', 'officer.roleNotYours', 'session.weakPassphrase'],
    input: z.strictObject({ login, name: line(120), role: z.enum(roles), passphrase }), answer: z.strictObject({ officerId: id }),
  }),
  disable: command({
    summary: 'Closes an account; its acts stay, its keys are taken away, and what they opened is encrypted anew.', articles: ['10', '12'], roles: ['director', 'administrator'],
    refusals: ['officer.notFound', 'officer.self', 'officer.roleNotYours', 'grant.lastKey'], input: z.strictObject({ officerId: id, reason: line(400) }), answer: done,
  }),
};
