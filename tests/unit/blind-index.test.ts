import { expect, it } from 'vitest';
import type { Feature } from '#app/similarity/feature.ts';
import { features } from '#app/similarity/features.ts';
import { generateMaterials } from '../bench/generate.ts';

/** Of each kind of value the share that a dictionary holds. */
function shareKnown(known: ReadonlySet<string>, values: readonly Feature[]): Record<string, number> {
  const seen = new Map<string, { of: number; known: number }>();
  for (const { key, kind } of values) {
    if (kind === 'shingle') continue;
    const group = kind === 'word' || kind === 'person' ? kind : 'number';
    const count = seen.get(group) ?? { of: 0, known: 0 };
    seen.set(group, { of: count.of + 1, known: count.known + (known.has(key) ? 1 : 0) });
  }
  return Object.fromEntries(Array.from(seen, ([group, { of, known: n }]) => [group, Math.round((100 * n) / of)]));
}

it('tells whoever has its key and a list of words which of them stand together in a material: the figures of docs/threat-model.md', () => {
  const valuesOf = (seed: number) => [...generateMaterials({ count: 1000, seed })].flatMap(({ text }) => features(text));
  const known = new Set(valuesOf(1).map(({ key }) => key));
  const values = valuesOf(2);
  expect(shareKnown(known, values)).toEqual({ word: 96, person: 99, number: 58 });
  // A value nobody has guessed is not told.
  expect(shareKnown(new Set(), values)).toEqual({ word: 0, person: 0, number: 0 });
});
