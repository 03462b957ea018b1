import type { Link, LinkType } from '#app/materials/links.ts';
import type { ReadableDb } from '../store.ts';
import type { OpenVault } from '../vault.ts';

/** A link as the holding of one of its sides keeps it. */
export interface StoredLink extends Link {
  readonly id: string;
  /** Number of the act: the higher one is the later decision. */
  readonly seq: number;
  readonly at: string;
  readonly officer: string;
  /** Null where it was not decided from this side. */
  readonly reason: string | null;
}

const columns = 'id, seq, at, officer, a AS "from", b AS "to", type, reason';

/** Every link of a material, from its own holding. */
export function linksOf(db: ReadableDb, materialId: string): readonly StoredLink[] {
  return db.prepare<[string, string], StoredLink>(`SELECT ${columns} FROM link WHERE a = ? UNION SELECT ${columns} FROM link WHERE b = ? ORDER BY at, id`).all(materialId, materialId);
}

/** Every decision on a pair, whichever way it was written, in the order of the acts, from the holding of either; what a product is made of is no decision. */
export function decisionsOn(db: ReadableDb, one: string, other: string): readonly StoredLink[] {
  return db.prepare<[string, string, string, string], StoredLink>(
    `SELECT ${columns} FROM link WHERE ((a = ? AND b = ?) OR (a = ? AND b = ?)) AND type <> 'derivedFrom' ORDER BY seq`,
  ).all(one, other, other, one);
}

const once = (links: readonly StoredLink[]): readonly StoredLink[] => [...new Map(links.map((link) => [link.id, link])).values()].toSorted((a, b) => a.seq - b.seq);
const inEach = (vault: OpenVault, sql: string, type: LinkType): readonly StoredLink[] =>
  once(vault.holdings().flatMap((name) => vault.holding(name)?.prepare<[string], StoredLink>(sql).all(type) ?? []));

/** Links of a directed type of which this officer can open a side: few enough to walk in memory. */
export const linksOfType = (vault: OpenVault, type: LinkType): readonly StoredLink[] => inEach(vault, `SELECT ${columns} FROM link WHERE type = ?`, type);

/** Those of them that no later decision on the same pair has undone. */
export const standingLinks = (vault: OpenVault, type: LinkType): readonly StoredLink[] => inEach(vault, `
  SELECT ${columns} FROM link AS l WHERE type = ? AND NOT EXISTS (
    SELECT 1 FROM link AS u WHERE u.type = 'unrelated' AND u.seq > l.seq AND ((u.a = l.a AND u.b = l.b) OR (u.a = l.b AND u.b = l.a)))`, type);

/** Ids of the notices drafted on account of a decision, in its own breath or when a side of it was admitted later. */
export function draftedFor(vault: OpenVault, link: string): readonly string[] {
  return vault.holdings().flatMap((name) => vault.holding(name)?.prepare<[string], { id: string }>('SELECT id FROM notice WHERE link = ? ORDER BY drafted_at, id').all(link) ?? []).map(({ id }) => id);
}
