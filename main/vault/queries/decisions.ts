import type { Link, LinkType } from '#app/materials/links.ts';
import type { ReadableDb } from '../store.ts';

export interface Decision extends Link {
  readonly id: string;
  /** Number of the act: the higher one is the later decision. */
  readonly seq: number;
}

/** Every decision on a pair, whichever way it was written, in the order of the acts; what a product is made of is no decision. */
export function decisionsOn(registry: ReadableDb, one: string, other: string): readonly Decision[] {
  return registry.prepare<[string, string, string, string], Decision>(
    "SELECT id, seq, a AS \"from\", b AS \"to\", type FROM link WHERE ((a = ? AND b = ?) OR (a = ? AND b = ?)) AND type <> 'derivedFrom' ORDER BY seq",
  ).all(one, other, other, one);
}

/** Links of a directed type that no later decision on the same pair has undone. */
export function standingLinks(registry: ReadableDb, type: LinkType): readonly (Link & { readonly id: string })[] {
  return registry.prepare<[string], Link & { id: string }>(`
    SELECT l.id, l.a AS "from", l.b AS "to", l.type FROM link AS l WHERE l.type = ? AND NOT EXISTS (
      SELECT 1 FROM link AS u WHERE u.type = 'unrelated' AND u.seq > l.seq AND ((u.a = l.a AND u.b = l.b) OR (u.a = l.b AND u.b = l.a))) ORDER BY l.seq`).all(type);
}

/** Ids of the notices drafted on account of a decision, in its own breath or when a side of it was admitted later. */
export function draftedFor(registry: ReadableDb, link: string): readonly string[] {
  return registry.prepare<[string], { subject: string | null }>("SELECT subject FROM act WHERE kind = 'notice.drafted' AND json_extract(open, '$.link') = ? ORDER BY seq").all(link)
    .flatMap(({ subject }) => subject ?? []);
}
