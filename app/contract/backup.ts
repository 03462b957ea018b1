import { z } from 'zod';
import { keepers } from '../journal/two.ts';
import { command, commandOfTwo, done, nothing, question } from './define.ts';
import { passphrase, whereKeyFile } from './shapes/passphrase.ts';
import { civilDateTime, hash, id, line, optionalLine } from './shapes/text.ts';

const folder = z.string().min(1).max(4096);
const generation = z.int().min(1).max(999_999_999);
const place = line(200);
const mediumTrouble = ['media.missing', 'media.vaultDisk', 'media.symlink', 'media.permission', 'media.readOnly', 'media.io', 'backup.unplugged'] as const;
const ofMedium = [...mediumTrouble, 'backup.notAMedium', 'backup.mediumWithdrawn'] as const;
const proof = ['backup.damaged', 'backup.newer', 'backup.notEntitled', 'job.cancelled', 'vault.noSpace'] as const;

const head = z.strictObject({ seq: z.int(), hash });

export const backup = {
  status: question({
    summary: 'Media for backups, the generations on them, and how old the last proven one is.', articles: ['12'], roles: [...keepers], input: nothing,
    answer: z.strictObject({
      media: z.array(z.strictObject({
        id, number: z.string(), description: z.string(), place: z.string(), degree: z.enum(['LOWER', 'UPPER']).nullable(), registeredAt: civilDateTime,
        checkedAt: civilDateTime.nullable(), present: z.boolean(), withdrawn: z.string().nullable(),
      })),
      generations: z.array(z.strictObject({
        generation: z.int(), medium: id, number: z.string(), at: civilDateTime, seq: z.int(), head: hash, bytes: z.number(), written: z.number(),
        provenAt: civilDateTime.nullable(), removedAt: civilDateTime.nullable(),
      })),
      /** Registered media that are plugged in now. */
      plugged: z.array(z.strictObject({ medium: id, folder: z.string() })),
      everyDays: z.int(), scheduled: z.boolean(), days: z.int().nullable(), due: z.boolean(),
    }),
  }),
  registerMedium: command({
    summary: 'Registers a medium for backups as a carrier with a number of its own and marks it.', articles: ['10', '12'], roles: [...keepers],
    refusals: [...mediumTrouble, 'media.full', 'backup.mediumTaken', 'backup.numberTaken'],
    input: z.strictObject({ folder, number: line(60), description: optionalLine(200), place }), answer: z.strictObject({ mediumId: id }),
  }),
  checkMedium: command({
    summary: 'Records whether a medium is where it should be.', articles: ['12'], roles: [...keepers], refusals: ['backup.mediumNotFound'],
    input: z.strictObject({ mediumId: id, present: z.boolean(), place }), answer: done,
  }),
  withdrawMedium: command({
    summary: 'Takes a medium out of use; nothing is written to it any more.', articles: ['12'], roles: [...keepers], refusals: ['backup.mediumNotFound'],
    input: z.strictObject({ mediumId: id, reason: line(400) }), answer: done,
  }),
  schedule: command({
    summary: 'Sets after how many days another backup is due.', articles: ['12'], roles: ['director'],
    input: z.strictObject({ everyDays: z.int().min(1).max(366) }), answer: done,
  }),
  make: command({
    summary: 'Writes a backup to a registered medium, reads it back, opens and compares it: only then it counts.', articles: ['12'], roles: [...keepers],
    refusals: [...ofMedium, ...proof, 'media.full', 'backup.changed'],
    input: z.strictObject({ jobId: id, folder }),
    answer: z.strictObject({ generation: z.int(), number: z.string(), head, files: z.int(), bytes: z.number(), written: z.number(), stores: z.int(), opened: z.int() }),
  }),
  prove: command({
    summary: 'Reads a backup back from its medium again, opens and compares it.', articles: ['12'], roles: [...keepers],
    refusals: [...ofMedium, ...proof, 'backup.generationNotFound'],
    input: z.strictObject({ jobId: id, folder, generation }),
    answer: z.strictObject({ generation: z.int(), head, stores: z.int(), opened: z.int() }),
  }),
  remove: command({
    summary: 'Removes a generation from its medium, never the last proven one.', articles: ['12'], roles: [...keepers],
    refusals: [...ofMedium, 'backup.generationNotFound', 'backup.lastProven', 'backup.damaged'],
    input: z.strictObject({ folder, generation, reason: line(400) }), answer: z.strictObject({ objects: z.int() }),
  }),
  look: question({
    summary: 'What a medium says of the backups on it, to anyone; nothing of it is proven.', articles: ['12'], roles: 'any', refusals: ['media.missing', 'media.permission', 'media.io', 'backup.none'],
    input: z.strictObject({ folder }),
    answer: z.strictObject({
      number: z.string().nullable(),
      generations: z.array(z.strictObject({ generation: z.int(), at: civilDateTime.nullable(), bytes: z.number(), logins: z.array(z.string()), keyFileLogins: z.array(z.string()), trouble: z.enum(['damaged', 'newer']).nullable() })),
    }),
  }),
  restore: commandOfTwo({
    summary: 'Puts a vault back from a backup where there is none: two persons, proven by the head of the journal.', articles: ['12'], roles: 'any', secondRoles: [...keepers],
    refusals: ['session.mustLock', 'session.wrongPassphrase', 'session.noSuchOfficer', 'vault.exists', 'vault.noSpace', 'vault.io', 'media.missing', 'media.permission', 'media.io', 'backup.unplugged',
      'backup.generationNotFound', 'backup.damaged', 'backup.newer', 'backup.notEntitled', 'job.cancelled'],
    input: z.strictObject({ jobId: id, folder, generation, login: z.string().min(1).max(40), passphrase, keyFolder: whereKeyFile }),
    answer: z.strictObject({ generation: z.int(), at: civilDateTime, head, newer: z.int().nullable() }),
  }),
};
