import type { Entity } from './feature.ts';
import { foldTokens } from './fold.ts';
import type { FoldedToken } from './fold.ts';
import type { Finder } from './entities/finder.ts';
import { findAccounts } from './entities/account.ts';
import { findCoordinates } from './entities/coordinate.ts';
import { findDates } from './entities/date.ts';
import { findDocuments } from './entities/document.ts';
import { findNames } from './entities/name.ts';
import { findPersons } from './entities/person.ts';
import { findPhones } from './entities/phone.ts';
import { findPlates } from './entities/plate.ts';
import { findWeights } from './entities/weight.ts';

// A stretch of figures is one thing: what an earlier finder has taken is not read again by a later one.
const FIGURES: readonly Finder[] = [
  findCoordinates, findAccounts, findDates, findDocuments, findPhones, findPlates, findWeights,
];
// Names may lie inside one another: «Rustam Karimov» is a person, «Karimov» a name.
const NAMES: readonly Finder[] = [findPersons, findNames];

/** Per kind; a digest of thousands of numbers is compared by the first of them. */
export const MAX_ENTITIES_PER_KIND = 500;

/**
 * Typed things found in a text in order of their place, each value once (its first place). Linear in the text; at most 500
 * of a kind. Pass `tokens` when the text is already folded.
 */
export function entities(text: string, tokens: readonly FoldedToken[] = foldTokens(text)): Entity[] {
  const taken = new Uint8Array(text.length);
  const seen = new Set<string>();
  const count = new Map<string, number>();
  const found: Entity[] = [];
  const keep = (entity: Entity) => {
    const id = `${entity.kind}:${entity.value}`;
    const held = count.get(entity.kind) ?? 0;
    if (seen.has(id) || held >= MAX_ENTITIES_PER_KIND) return;
    seen.add(id);
    count.set(entity.kind, held + 1);
    found.push(entity);
  };
  for (const find of FIGURES) {
    for (const entity of find(text, tokens)) {
      if (taken[entity.start] === 1 || taken[entity.end - 1] === 1) continue;
      taken.fill(1, entity.start, entity.end);
      keep(entity);
    }
  }
  for (const find of NAMES) for (const entity of find(text, tokens)) keep(entity);
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
}
