import type { z } from 'zod';
import { consentConditionMet, consentRecorded, transferApproved } from '#app/exchange/acts.ts';
import type { ReadableDb } from '../store.ts';

export type StoredConsent = z.output<typeof consentRecorded.held> & {
  readonly recordedAt: string;
  readonly officer: string;
  readonly revokedAt: string | null;
  /** By what a condition open at first was shown to be met. */
  readonly conditionMetBy: z.output<typeof consentConditionMet.held>['document'] | null;
};

interface Row { json: string; at: string; officer: string; revoked_at: string | null; condition_met: string | null }
function read(row: Row): StoredConsent {
  const recorded = consentRecorded.held.parse(JSON.parse(row.json));
  const conditionMetBy = row.condition_met === null ? null : consentConditionMet.held.shape.document.parse(JSON.parse(row.condition_met));
  return { ...recorded, conditionsMet: recorded.conditionsMet || conditionMetBy !== null, recordedAt: row.at, officer: row.officer, revokedAt: row.revoked_at, conditionMetBy };
}

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
  readonly approved: z.output<typeof transferApproved.held>;
  /** A package with this material went to this addressee after it. */
  readonly used: boolean;
}

/** The director's latest decision on this material and addressee, taken on or before a civil date and not taken back (Art. 5(2)). */
export function approvalOf(db: ReadableDb, materialId: string, recipient: string, date: string): Approval | undefined {
  const row = db.prepare<[string, string, string], { at: string; officer: string; json: string; used: number }>(`
    SELECT at, officer, json, EXISTS (SELECT 1 FROM transfer AS t WHERE t.material_id = a.material_id AND t.recipient = a.recipient AND t.seq > a.seq) AS used
    FROM approval AS a WHERE material_id = ? AND recipient = ? AND substr(at, 1, 10) <= ? AND withdrawn = 0 ORDER BY seq DESC LIMIT 1`).get(materialId, recipient, date);
  return row === undefined ? undefined : { at: row.at, officer: row.officer, approved: transferApproved.held.parse(JSON.parse(row.json)), used: row.used === 1 };
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
  /** Consents and restrictions whose purpose was confirmed to cover this one. */
  readonly confirmed: readonly string[];
  readonly requestId: string | null;
  /** Id of the officer who checked it with the one who sealed. */
  readonly second: string | null;
  readonly person: string | null;
}

interface TransferRow {
  at: string; officer: string; recipient: string; package_id: string; package_number: string; material_id: string; copy_no: number; of_all: number;
  consents: string; table_row: string; purpose: string; channel: string; confirmed: string; request_id: string | null; second: string | null; person: string | null;
}
const transfer = (row: TransferRow): StoredTransfer => ({
  at: row.at, officer: row.officer, recipient: row.recipient, packageId: row.package_id, packageNumber: row.package_number, materialId: row.material_id, copyNo: row.copy_no, of: row.of_all,
  consentIds: JSON.parse(row.consents) as string[], row: row.table_row, purpose: row.purpose, channel: row.channel,
  confirmed: JSON.parse(row.confirmed) as string[], requestId: row.request_id, second: row.second, person: row.person,
});

/** Who was given a material, in order. */
export function transfersOf(db: ReadableDb, materialId: string): readonly StoredTransfer[] {
  return db.prepare<[string], TransferRow>('SELECT * FROM transfer WHERE material_id = ? ORDER BY seq, package_id').all(materialId).map(transfer);
}

/** What of this holding went in a package. */
export function transfersInPackage(db: ReadableDb, packageId: string): readonly StoredTransfer[] {
  return db.prepare<[string], TransferRow>('SELECT * FROM transfer WHERE package_id = ? ORDER BY material_id').all(packageId).map(transfer);
}

/** Packages with material of this holding that answered a request. */
export function packagesAnswering(db: ReadableDb, requestId: string): readonly string[] {
  return db.prepare<[string], { id: string }>('SELECT DISTINCT package_id AS id FROM transfer WHERE request_id = ?').all(requestId).map(({ id }) => id);
}

/** The highest copy number of a material given out so far; 0 when none was. */
export function lastCopy(db: ReadableDb, materialId: string): number {
  return db.prepare<[string], { n: number | null }>('SELECT max(copy_no) AS n FROM transfer WHERE material_id = ?').get(materialId)?.n ?? 0;
}
