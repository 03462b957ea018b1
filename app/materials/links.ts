import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';

/** Links between records; the records themselves stay as they are, never merged (R7.2). */
export const linkTypes = ['similar', 'duplicate', 'unrelated', 'supplementOf', 'answers', 'corroborates', 'derivedFrom'] as const;
export type LinkType = (typeof linkTypes)[number];

export interface Link {
  readonly type: LinkType;
  /** The supplement, the answer, the product. */
  readonly from: string;
  /** The parent, the question, the source. */
  readonly to: string;
}

const symmetric: ReadonlySet<LinkType> = new Set(['similar', 'duplicate', 'unrelated']);
/** Directed types along which a record must never come back to itself. */
const acyclic: ReadonlySet<LinkType> = new Set(['supplementOf', 'derivedFrom']);

export function isSymmetric(type: LinkType): boolean {
  return symmetric.has(type);
}

export function isLinkType(text: string): text is LinkType {
  return (linkTypes as readonly string[]).includes(text);
}

/** Everything that `start` leads to along links of a type, itself excluded unless a cycle leads back. */
export function closure(start: string, type: LinkType, links: readonly Link[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const link of links) {
      if (link.type !== type || link.from !== at || found.has(link.to)) continue;
      found.add(link.to);
      waiting.push(link.to);
    }
  }
  return found;
}

/** Everything derived from `start`, directly or through another product (R9.6). */
export function derivatives(start: string, links: readonly Link[]): ReadonlySet<string> {
  const turned = links.map((link) => ({ type: link.type, from: link.to, to: link.from }));
  return closure(start, 'derivedFrom', turned);
}

/** Whether a link may be made beside the others; all that is wrong at once. */
export function checkLink(link: { readonly type: string; readonly from: string; readonly to: string }, existing: readonly Link[]): readonly Refusal[] {
  const { type, from, to } = link;
  const refusals: Refusal[] = [];
  if (from === to) refusals.push(refuse('link.toItself'));
  if (!isLinkType(type)) return [...refusals, refuse('link.typeUnknown', { type })];
  const same = (one: Link) => (one.from === from && one.to === to) || (isSymmetric(type) && one.from === to && one.to === from);
  if (existing.some((one) => one.type === type && same(one))) refusals.push(refuse('link.exists', { type }));
  else if (acyclic.has(type) && closure(to, type, existing).has(from)) refusals.push(refuse('link.cycle', { type }));
  return refusals;
}

/**
 * A supplement is a record of its own (Art. 7(2)): these are never taken over from its parent, and registering it
 * changes nothing in the parent (R7.3, R8.6).
 */
export const supplementRules = {
  ownFields: ['number', 'carriers', 'degree', 'evaluation', 'originator', 'restrictions', 'consents'],
  /** From another body than the parent's originator it is told of as similar information, neutrally (R7.7). */
  noticeKind: (parentOriginator: string, supplementOriginator: string): 'similar' | 'none' =>
    parentOriginator === supplementOriginator ? 'none' : 'similar',
} as const;
