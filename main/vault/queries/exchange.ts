import type { z } from 'zod';
import { consentRecorded } from '#app/exchange/acts.ts';
import type { ReadableDb } from '../store.ts';

export type StoredConsent = z.output<typeof consentRecorded.held> & {
  readonly recordedAt: string;
  readonly officer: string;
  readonly revokedAt: string | null;
};

interface Row { json: string; at: string; officer: string; revoked_at: string | null }
const read = (row: Row): StoredConsent => ({ ...consentRecorded.held.parse(JSON.parse(row.json)), recordedAt: row.at, officer: row.officer, revokedAt: row.revoked_at });

/** Consents that name a material, those revoked too; `materialIds` are those of this holding. */
export function consentsOf(db: ReadableDb, materialId: string): readonly StoredConsent[] {
  return db.prepare<[string], Row>('SELECT c.* FROM consent_material AS m JOIN consent AS c ON c.id = m.consent_id WHERE m.material_id = ? ORDER BY c.id').all(materialId).map(read);
}

/** Every consent of a holding. */
export function allConsents(db: ReadableDb): readonly StoredConsent[] {
  return db.prepare<[], Row>('SELECT * FROM consent ORDER BY id').all().map(read);
}

/** The part of a consent that lies in this holding. */
export function findConsentIn(db: ReadableDb, id: string): StoredConsent | undefined {
  const row = db.prepare<[string], Row>('SELECT * FROM consent WHERE id = ?').get(id);
  return row === undefined ? undefined : read(row);
}

export interface Approval {
  readonly at: string;
  readonly officer: string;
  readonly basis: string;
}

/** The director's latest decision on this material and addressee, taken on or before a civil date (Art. 5(2)). */
export function approvalOf(db: ReadableDb, materialId: string, recipient: string, date: string): Approval | undefined {
  return db.prepare<[string, string, string], Approval>(
    'SELECT at, officer, basis FROM approval WHERE material_id = ? AND recipient = ? AND substr(at, 1, 10) <= ? ORDER BY seq DESC LIMIT 1',
  ).get(materialId, recipient, date);
}

export interface StoredTransfer {
  readonly at: string;
  readonly officer: string;
  readonly recipient: string;
  readonly packageId: string;
  readonly packageNumber: string;
  readonly materialId: string;
  readonly copyNo: number;
  /** Materials of the package in all holdings. */
  readonly of: number;
  readonly consentIds: readonly string[];
  /** Row of the decision table under which it went. */
  readonly row: string;
  readonly purpose: string;
  readonly channel: string;
}

interface TransferRow {
  at: string; officer: string; recipient: string; package_id: string; package_number: string; material_id: string; copy_no: number; of_all: number;
  consents: string; table_row: string; purpose: string; channel: string;
}
const transfer = (row: TransferRow): StoredTransfer => ({
  at: row.at, officer: row.officer, recipient: row.recipient, packageId: row.package_id, packageNumber: row.package_number, materialId: row.material_id, copyNo: row.copy_no, of: row.of_all,
  consentIds: JSON.parse(row.consents) as string[], row: row.table_row, purpose: row.purpose, channel: row.channel,
});

/** Who was given a material, in order. */
export function transfersOf(db: ReadableDb, materialId: string): readonly StoredTransfer[] {
  return db.prepare<[string], TransferRow>('SELECT * FROM transfer WHERE material_id = ? ORDER BY seq, package_id').all(materialId).map(transfer);
}

/** What of this holding went in a package. */
export function transfersInPackage(db: ReadableDb, packageId: string): readonly StoredTransfer[] {
  return db.prepare<[string], TransferRow>('SELECT * FROM transfer WHERE package_id = ? ORDER BY material_id').all(packageId).map(transfer);
}

/** The highest copy number of a material given out so far; 0 when none was. */
export function lastCopy(db: ReadableDb, materialId: string): number {
  return db.prepare<[string], { n: number | null }>('SELECT max(copy_no) AS n FROM transfer WHERE material_id = ?').get(materialId)?.n ?? 0;
}
