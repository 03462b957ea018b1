import type { ReadableDb } from '../store.ts';

/** A package sent, or begun and not finished: each number of a series has its fate (Art. 11). */
export interface PackageOut {
  readonly id: string;
  readonly seq: number;
  readonly number: string;
  readonly recipient: string;
  readonly officer: string;
  readonly startedAt: string;
  readonly state: 'started' | 'written' | 'void' | 'receiptReturned';
  /** Why it was not finished; null otherwise. */
  readonly voidCode: string | null;
  readonly sealedAt: string | null;
  readonly items: number;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly channel: string;
  readonly fileName: string | null;
  readonly receiptNumber: string | null;
  readonly receiptOn: string | null;
}

const columns = `id, seq, number, recipient, officer, started_at AS startedAt, state, void_code AS voidCode, sealed_at AS sealedAt, items, sha256, size, channel,
  file_name AS fileName, receipt_number AS receiptNumber, receipt_on AS receiptOn`;

export function findPackageOut(db: ReadableDb, id: string): PackageOut | undefined {
  return db.prepare<[string], PackageOut>(`SELECT ${columns} FROM package_out WHERE id = ?`).get(id);
}

/** Newest first; `before` is the act's number of the last row of the page before. */
export function packagesOutBefore(db: ReadableDb, before: number, limit: number): readonly PackageOut[] {
  return db.prepare<[number, number], PackageOut>(`SELECT ${columns} FROM package_out WHERE seq < ? ORDER BY seq DESC LIMIT ?`).all(before, limit);
}

export function countPackagesOut(db: ReadableDb): number {
  return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM package_out').get()?.n ?? 0;
}

/** Packages whose number was taken and that have no end yet. */
export function packagesStarted(db: ReadableDb): readonly PackageOut[] {
  return db.prepare<[], PackageOut>(`SELECT ${columns} FROM package_out WHERE state = 'started' ORDER BY seq`).all();
}

export function nextPackageOut(db: ReadableDb, series: string): number {
  return (db.prepare<[string], { n: number | null }>('SELECT max(n) AS n FROM package_out WHERE series = ?').get(series)?.n ?? 0) + 1;
}

/** Whether a sealed package of this body sum was opened in quarantine and found whole, and bore this sender and this number (Art. 11). */
export function wasVerified(db: ReadableDb, { sha256, sender, number }: { sha256: string; sender: string; number: string }): boolean {
  return db.prepare<[string, string, string], unknown>('SELECT 1 FROM sealed_in WHERE sha256 = ? AND sender = ? AND number = ? LIMIT 1').get(sha256, sender, number) !== undefined;
}
