import { expect, it } from 'vitest';
import { features } from '#app/similarity/features.ts';
import { generateMaterials } from '../bench/generate.ts';

/** Of each kind of value the share that a dictionary holds. */
function shareKnown(known: ReadonlySet<string>, texts: readonly string[]): Record<string, number> {
  const seen = new Map<string, { of: number; known: number }>();
  for (const { key, kind } of texts.flatMap((text) => features(text))) {
    if (kind === 'shingle') continue;
    const group = kind === 'word' || kind === 'person' ? kind : 'number';
    const count = seen.get(group) ?? { of: 0, known: 0 };
    seen.set(group, { of: count.of + 1, known: count.known + (known.has(key) ? 1 : 0) });
  }
  return Object.fromEntries(Array.from(seen, ([group, { of, known: n }]) => [group, Math.round((100 * n) / of)]));
}

it('tells whoever has its key and a list of words which of them stand together in a material: the figures of docs/threat-model.md', () => {
  const textsOf = (seed: number) => [...generateMaterials({ count: 1000, seed })].map(({ text }) => text);
  const known = new Set(textsOf(1).flatMap((text) => features(text)).map(({ key }) => key));
  expect(shareKnown(known, textsOf(2))).toEqual({ word: 96, person: 99, number: 58 });
  // A value nobody has guessed is not told.
  expect(shareKnown(new Set(), textsOf(2))).toEqual({ word: 0, person: 0, number: 0 });
});
