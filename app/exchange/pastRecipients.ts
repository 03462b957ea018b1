import type { Body } from '#app/agreement/bodies.ts';
import type { RestrictionRule } from './restriction.ts';

/** One transfer already made. */
export interface Given {
  readonly materialId: string;
  readonly recipient: string;
  /** Number and civil date of our package, which the recipient has. */
  readonly number: string;
  readonly date: string;
}

/** What one body holds of one material: by the Centre's numbers. */
export interface Held {
  readonly recipient: string;
  readonly materialId: string;
  /** A product made of the material, directly or through another: its holders do not learn from which source the news comes (R9.7). */
  readonly derived: boolean;
  readonly given: readonly { readonly number: string; readonly date: string }[];
}

/**
 * Who is to be told of a change set by the originator of `materialId` (Art. 9(5); R9.6): every body that was ever given it or anything derived from it,
 * whether or not it exchanges today, and not the originator's own line, whose instruction it is. Each material by itself: one letter on two
 * would tell that one is made of the other. In the order of recipients, the material itself before what is derived.
 */
export function pastRecipients(materialId: string, derived: ReadonlySet<string>, transfers: readonly Given[], originators: readonly string[]): readonly Held[] {
  const held = new Map<string, { recipient: string; materialId: string; derived: boolean; given: { number: string; date: string }[] }>();
  for (const { materialId: id, recipient, number, date } of transfers) {
    if ((id !== materialId && !derived.has(id)) || originators.includes(recipient)) continue;
    const key = `${recipient} ${id === materialId ? '' : id}`;
    const one = held.get(key) ?? { recipient, materialId: id, derived: id !== materialId, given: [] };
    held.set(key, one);
    if (!one.given.some((each) => each.number === number)) one.given.push({ number, date });
  }
  return [...held].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Whether a restriction leaves out a body that already holds the material (R9.9): it is told so, and no incident follows of itself. */
export function outOfScope(rule: RestrictionRule, { code, state }: Pick<Body, 'code' | 'state'>): boolean {
  if (rule.kind === 'noTransfer') return true;
  if (rule.kind !== 'notTo' && rule.kind !== 'onlyTo') return false;
  const named = rule.bodies.includes(code) || rule.states.some((one) => one === state);
  return named === (rule.kind === 'notTo');
}

/**
 * What a letter quotes of a restriction. Of the material itself the originator's own words; of a product only what names nobody and has no words of its own,
 * for the rest could tell whose source it is made of (R9.7): its holder then asks the Centre before passing it on.
 */
export function quotedRule(rule: RestrictionRule, derived: boolean): RestrictionRule | null {
  return !derived || ['noTransfer', 'noCopy', 'noPrint', 'noProduct'].includes(rule.kind) ? rule : null;
}
