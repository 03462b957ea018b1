import type { HoldingName } from '#app/journal/act.ts';
import type { ReadableDb } from '../store.ts';

/** Where packages sent lie, with the series of every addressee: whoever sends draws from them. */
export const packagesSent: HoldingName = 'CENTRE/LOWER';

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
  readonly sha256: string | null;
  readonly size: number | null;
  readonly channel: string;
  readonly fileName: string | null;
  readonly receiptNumber: string | null;
  readonly receiptOn: string | null;
}

const columns = `id, seq, number, recipient, officer, started_at AS startedAt, state, void_code AS voidCode, sealed_at AS sealedAt, sha256, size, channel,
  file_name AS fileName, receipt_number AS receiptNumber, receipt_on AS receiptOn`;

export function findPackageOut(db: ReadableDb | undefined, id: string): PackageOut | undefined {
  return db?.prepare<[string], PackageOut>(`SELECT ${columns} FROM package_out WHERE id = ?`).get(id);
}

/** Newest first; `before` is the act's number of the last row of the page before. */
export function packagesOutBefore(db: ReadableDb | undefined, before: number, limit: number): readonly PackageOut[] {
  return db?.prepare<[number, number], PackageOut>(`SELECT ${columns} FROM package_out WHERE seq < ? ORDER BY seq DESC LIMIT ? + 0`).all(before, limit) ?? [];
}

export function countPackagesOut(db: ReadableDb | undefined): number {
  return db?.prepare<[], { n: number }>('SELECT count(*) AS n FROM package_out').get()?.n ?? 0;
}

/** Packages whose number was taken and that have no end yet. */
export function packagesStarted(db: ReadableDb | undefined): readonly PackageOut[] {
  return db?.prepare<[], PackageOut>(`SELECT ${columns} FROM package_out WHERE state = 'started' ORDER BY seq`).all() ?? [];
}

export function nextPackageOut(db: ReadableDb | undefined, series: string): number {
  return (db?.prepare<[string], { n: number | null }>('SELECT max(n) AS n FROM package_out WHERE series = ?').get(series)?.n ?? 0) + 1;
}

/** Packages written whose receipt has not come back. */
export function packagesOutWithoutReceipt(db: ReadableDb | undefined): number {
  return db?.prepare<[], { n: number }>("SELECT count(*) AS n FROM package_out WHERE state = 'written'").get()?.n ?? 0;
}

/** Packages written whose receipt has not come back, the oldest first. */
export const awaitingReceipt = (db: ReadableDb | undefined): readonly PackageOut[] =>
  db?.prepare<[], PackageOut>(`SELECT ${columns} FROM package_out WHERE state = 'written' ORDER BY seq`).all() ?? [];
