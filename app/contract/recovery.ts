import { z } from 'zod';
import { fewestHolders, mostHolders } from '../recovery/acts.ts';
import { linesOfSheet } from '../recovery/line-code.ts';
import { command, commandOfTwo, nothing, question, second } from './define.ts';
import { officer } from './session.ts';
import { clearance, paperDocument } from './shapes/access.ts';
import { civilDateTime, line } from './shapes/text.ts';

const count = z.int().min(fewestHolders).max(mostHolders);
const arrangement = z.strictObject({
  id: z.string(), threshold: z.int(), of: z.int(),
});

/** Recovery by share holders, when the director can no longer prove his account (Art. 10, 12). */
export const recovery = {
  status: question({
    summary: 'Whether recovery is arranged, who holds the sheets, and whether it would open everything.', articles: ['10', '12'], roles: ['director', 'security'], input: nothing,
    answer: z.strictObject({
      arranged: z.strictObject({
        ...arrangement.shape, holders: z.array(z.string()), at: civilDateTime, by: z.string(), second: z.string(),
        /** Places whose key has not been sealed to the recovery yet: it is, once somebody who has it unlocks. */
        unsealed: z.int(),
      }).nullable(),
      /** Sheets that wait to be printed, until the lock. */
      sheets: z.int(),
    }),
  }),
  arrange: commandOfTwo({
    summary: 'Arranges recovery: shares among named holders, any so many of whom open it together. What was arranged before is worth nothing from then on.', articles: ['10', '12'],
    roles: ['director'], secondRoles: ['security'], refusals: ['recovery.fewHolders', 'recovery.holderTwice'],
    input: z.strictObject({ threshold: count, holders: z.array(line(120)).min(fewestHolders).max(mostHolders) }),
    answer: z.strictObject({ sheets: z.int() }),
  }),
  look: question({
    summary: 'Whether a recovery is arranged and how many sheets it takes, to anyone; nothing of it is proven.', articles: ['10'], roles: 'any', input: nothing, refusals: ['vault.missing'],
    answer: z.strictObject({ arranged: arrangement.nullable() }),
  }),
  open: command({
    summary: 'Opens the recovery with its sheets: a new account of the director instead of the one whose passphrase is lost. With a second officer, or the share holders alone where nobody can prove an account.',
    articles: ['10', '12'], roles: 'any',
    refusals: ['session.mustLock', 'session.weakPassphrase', 'session.noSuchOfficer', 'session.tooSoon', 'clearance.expired', 'date.inFuture', 'officer.loginTaken', 'vault.missing', 'vault.inUse', 'vault.damaged', 'vault.rolledBack', 'vault.noSpace', 'vault.io',
      'second.samePerson', 'second.wrongPassphrase', 'second.notEntitled', 'keyFile.missing', 'keyFile.foreign', 'keyFile.damaged',
      'recovery.none', 'recovery.badLine', 'recovery.mixedSheet', 'recovery.otherVault', 'recovery.replacedSheet', 'recovery.sheetTwice', 'recovery.wrongShare', 'recovery.tooFew', 'recovery.notDirector'],
    input: z.strictObject({
      sheets: z.array(z.array(z.string().max(120)).length(linesOfSheet)).min(1).max(mostHolders),
      replaces: z.string().min(1).max(40), login: z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u, { error: 'notALogin' }), name: line(120), passphrase: z.string().min(1).max(1024),
      order: paperDocument, clearance: clearance.omit({ degree: true, from: true }),
      /** Null where no other officer can prove an account any more. */
      second: second.nullable(), reason: line(400),
    }),
    answer: z.strictObject({ officer: officer.pick({ login: true, name: true }), holders: z.array(z.string()) }),
  }),
};

export const sheetNumber = z.int().min(1).max(mostHolders);
