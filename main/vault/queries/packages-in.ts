import type { z } from 'zod';
import type { HoldingName } from '#app/journal/act.ts';
import { packageRegistered } from '#app/materials/acts.ts';
import type { ReadableDb } from '../store.ts';
import type { OpenVault } from '../vault.ts';

export type PackageIn = z.output<typeof packageRegistered.held> & { readonly registeredAt: string; readonly officer: string };

/** Where packages of a sender lie, with what is known of sealed ones: its own holding of the lower degree; the Centre's when it is nobody's body. */
export const packagesOf = (sender: string | null): HoldingName => `${sender ?? 'CENTRE'}/LOWER`;

interface Row { json: string; at: string; officer: string; seq: number }
const columns = 'json, at, officer, seq';
const read = (row: Row): PackageIn => ({ ...packageRegistered.held.parse(JSON.parse(row.json)), registeredAt: row.at, officer: row.officer });

const holdings = (vault: OpenVault): readonly ReadableDb[] => vault.holdings().filter((name) => name.endsWith('/LOWER')).flatMap((name) => vault.holding(name) ?? []);

export function findPackageIn(vault: OpenVault, id: string): PackageIn | undefined {
  for (const db of holdings(vault)) {
    const row = db.prepare<[string], Row>(`SELECT ${columns} FROM package_in WHERE id = ?`).get(id);
    if (row !== undefined) return read(row);
  }
  return undefined;
}

/** Newest first, over every sender that this officer may see; `before` is the act's number of the last row of the page before. */
export function packagesInBefore(vault: OpenVault, before: number, limit: number): readonly { seq: number; package: PackageIn }[] {
  return holdings(vault).flatMap((db) => db.prepare<[number, number], Row>(`SELECT ${columns} FROM package_in WHERE seq < ? ORDER BY seq DESC LIMIT ? + 0`).all(before, limit))
    .toSorted((a, b) => b.seq - a.seq).slice(0, limit).map((row) => ({ seq: row.seq, package: read(row) }));
}

export function countPackagesIn(vault: OpenVault): number {
  return holdings(vault).reduce((sum, db) => sum + (db.prepare<[], { n: number }>('SELECT count(*) AS n FROM package_in').get()?.n ?? 0), 0);
}

export function nextPackageIn(db: ReadableDb | undefined, series: string): number {
  return (db?.prepare<[string], { n: number | null }>('SELECT max(n) AS n FROM package_in WHERE series = ?').get(series)?.n ?? 0) + 1;
}

/** Numbers of sealed packages of a sender that were registered already: one that comes again is a replay. */
export function sealedNumbersSeen(db: ReadableDb | undefined): readonly string[] {
  return db?.prepare<[], { n: string }>('SELECT outer_number AS n FROM package_in WHERE sealed_hash IS NOT NULL').all().map(({ n }) => n) ?? [];
}

/** Whether the package with this body sum was registered. It bears one sender's signature, so it can be in no other sender's holding. */
export function sealedHashRegistered(db: ReadableDb, sha256: string): boolean {
  return db.prepare<[string], unknown>('SELECT 1 FROM package_in WHERE sealed_hash = ? LIMIT 1').get(sha256) !== undefined;
}

/** Whether a sealed package of this body sum was opened in quarantine and found whole, and bore this sender and this number (Art. 11). */
export function wasVerified(db: ReadableDb | undefined, { sha256, sender, number }: { sha256: string; sender: string; number: string }): boolean {
  return db?.prepare<[string, string, string], unknown>('SELECT 1 FROM sealed_in WHERE sha256 = ? AND sender = ? AND number = ? LIMIT 1').get(sha256, sender, number) !== undefined;
}
