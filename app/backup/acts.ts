import { z } from 'zod';
import { civilDateTime, hash, id } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';

/**
 * Media for backups and the backups on them (Art. 12). A medium is a carrier with a number of its own; the first backup on it makes it
 * one of the upper degree for good, for a backup holds everything that the vault does (R10.5).
 */
export const mediumRegistered = actKind('medium.registered', z.strictObject({ id, number: z.string(), description: z.string(), place: z.string(), serial: z.string() }), null);
export const mediumChecked = actKind('medium.checked', z.strictObject({ id, present: z.boolean(), place: z.string() }), null);
export const mediumWithdrawn = actKind('medium.withdrawn', z.strictObject({ id, reason: z.string() }), null);

const generation = z.int().min(1);
export const backupWritten = actKind('backup.written', z.strictObject({ generation, medium: id, seq: z.int(), head: hash, files: z.int(), bytes: z.int(), written: z.int() }), null);
/** Only a backup that was read back, opened and compared counts. `opened` of `stores`: those whose keys the officer has. */
export const backupProven = actKind('backup.proven', z.strictObject({ generation, medium: id, seq: z.int(), head: hash, stores: z.int(), opened: z.int() }), null);
export const backupRemoved = actKind('backup.removed', z.strictObject({ generation, medium: id, reason: z.string() }), null);
export const backupScheduled = actKind('backup.scheduled', z.strictObject({ everyDays: z.int().min(1).max(366) }), null);
/** Written by the vault itself, as the first act of a vault put back. */
export const backupRestored = actKind('backup.restored', z.strictObject({ generation, medium: id, at: civilDateTime, seq: z.int(), head: hash, second: id }), null);
