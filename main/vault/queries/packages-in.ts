import type { z } from 'zod';
import { packageRegistered } from '#app/materials/acts.ts';
import type { Link, LinkType } from '#app/materials/links.ts';
import type { ReadableDb } from '../store.ts';

export type PackageIn = z.output<typeof packageRegistered.open> & { readonly registeredAt: string; readonly officer: string };

interface Row { json: string; at: string; officer: string; seq: number }
const columns = 'json, at, officer, seq';
const read = (row: Row): PackageIn => ({ ...packageRegistered.open.parse(JSON.parse(row.json)), registeredAt: row.at, officer: row.officer });

export function findPackageIn(db: ReadableDb, id: string): PackageIn | undefined {
  const row = db.prepare<[string], Row>(`SELECT ${columns} FROM package_in WHERE id = ?`).get(id);
  return row === undefined ? undefined : read(row);
}

/** Newest first; `before` is the act's number of the last row of the page before. */
export function packagesInBefore(db: ReadableDb, before: number, limit: number): readonly { seq: number; package: PackageIn }[] {
  return db.prepare<[number, number], Row>(`SELECT ${columns} FROM package_in WHERE seq < ? ORDER BY seq DESC LIMIT ?`).all(before, limit)
    .map((row) => ({ seq: row.seq, package: read(row) }));
}

export function countPackagesIn(db: ReadableDb): number {
  return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM package_in').get()?.n ?? 0;
}

export function nextPackageIn(db: ReadableDb, series: string): number {
  return (db.prepare<[string], { n: number | null }>('SELECT max(n) AS n FROM package_in WHERE series = ?').get(series)?.n ?? 0) + 1;
}

/** Numbers of sealed packages of a sender that were registered already: one that comes again is a replay. */
export function sealedNumbersSeen(db: ReadableDb, sender: string): readonly string[] {
  return db.prepare<[string], { n: string }>("SELECT outer_number AS n FROM package_in WHERE sender = ? AND sealed_hash IS NOT NULL").all(sender).map(({ n }) => n);
}

/** Whether the package with this body sum was registered, under any sender or number. */
export function sealedHashRegistered(db: ReadableDb, sha256: string): boolean {
  return db.prepare<[string], unknown>('SELECT 1 FROM package_in WHERE sealed_hash = ? LIMIT 1').get(sha256) !== undefined;
}

export interface StoredLink extends Link {
  readonly id: string;
  readonly at: string;
  readonly officer: string;
}

export function linksOf(db: ReadableDb, materialId: string): readonly StoredLink[] {
  return db.prepare<[string, string], StoredLink & { type: LinkType }>(
    'SELECT id, at, officer, a AS "from", b AS "to", type FROM link WHERE a = ? UNION SELECT id, at, officer, a, b, type FROM link WHERE b = ? ORDER BY at, id',
  ).all(materialId, materialId);
}

/** Every link of a directed type: few enough to walk in memory. */
export function linksOfType(db: ReadableDb, type: LinkType): readonly StoredLink[] {
  return db.prepare<[string], StoredLink>('SELECT id, at, officer, a AS "from", b AS "to", type FROM link WHERE type = ? ORDER BY seq').all(type);
}
