import type { ReadableDb } from '../db.ts';

export interface StoredMedium {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly place: string;
  readonly degree: 'LOWER' | 'UPPER' | null;
  readonly registeredAt: string;
  readonly checkedAt: string | null;
  readonly present: number;
  /** Why it was taken out of use. */
  readonly withdrawn: string | null;
}

export interface StoredBackup {
  readonly generation: number;
  readonly medium: string;
  readonly at: string;
  readonly seq: number;
  readonly head: string;
  readonly bytes: number;
  readonly written: number;
  readonly provenAt: string | null;
  readonly removedAt: string | null;
}

export const mediaOf = (db: ReadableDb): StoredMedium[] => db.prepare<[], StoredMedium>(
  'SELECT id, number, description, place, degree, registered_at AS registeredAt, checked_at AS checkedAt, present, withdrawn FROM medium ORDER BY registered_at, number').all();

/** Newest first. */
export const backupsOf = (db: ReadableDb): StoredBackup[] => db.prepare<[], StoredBackup>(
  'SELECT generation, medium, at, seq, head, bytes, written, proven_at AS provenAt, removed_at AS removedAt FROM backup ORDER BY generation DESC').all();

/** The moment of which the newest proven backup that still is on its medium tells; not that of its last reading back. */
export const lastProven = (db: ReadableDb): { generation: number; at: string } | undefined => db.prepare<[], { generation: number; at: string }>(
  'SELECT b.generation, b.at FROM backup AS b JOIN medium AS m ON m.id = b.medium WHERE b.proven_at IS NOT NULL AND b.removed_at IS NULL AND m.withdrawn IS NULL AND m.present = 1 ORDER BY b.generation DESC LIMIT 1').get();

export const everyDays = (db: ReadableDb): number | undefined => db.prepare<[], { n: number }>('SELECT every_days AS n FROM backup_plan').get()?.n;
