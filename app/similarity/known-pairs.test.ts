import { describe, expect, it } from 'vitest';
import { features } from './features.ts';
import { KNOWN_PAIRS } from './known-pairs.fixture.ts';
import { rarityOf, scoreCandidate, strength } from './score.ts';

const texts = KNOWN_PAIRS.flatMap(([, a, b]) => [a, b]);
const counts = new Map<string, number>();
for (const text of texts) for (const { key } of features(text)) counts.set(key, (counts.get(key) ?? 0) + 1);
const rarity = (key: string) => rarityOf(counts.get(key) ?? 0, texts.length);

const judged = KNOWN_PAIRS.map(([similar, a, b]) => {
  const { score } = scoreCandidate(features(a), features(b), rarity);
  return { similar, a, b, score, band: strength(score) };
});
const count = (similar: boolean, bands: readonly string[]) => judged.filter((j) => j.similar === similar && bands.includes(j.band)).length;

describe('pairs written by hand', () => {
  const [same, other] = [judged.filter((j) => j.similar).length, judged.filter((j) => !j.similar).length];
  const shown = ['weak', 'likely', 'strong'];
  const told = ['likely', 'strong'];
  const line = `similar pairs shown ${count(true, shown)}/${same}, told ${count(true, told)}/${same}; `
    + `others shown ${count(false, shown)}/${other}, told ${count(false, told)}/${other}`;

  it(line, () => {
    // What is reached today; to be raised with the rules, never lowered silently.
    expect([same, other]).toEqual([30, 30]);
    expect(count(true, shown)).toBeGreaterThanOrEqual(30);
    expect(count(true, told)).toBeGreaterThanOrEqual(28);
    expect(count(false, shown)).toBeLessThanOrEqual(5);
    expect(count(false, told)).toBe(0);
  });

  it('score nearly alike whichever side is asked', () => {
    for (const { a, b, score } of judged) {
      const back = scoreCandidate(features(b), features(a), rarity).score;
      expect(Math.abs(back - score), `${a} | ${b}`).toBeLessThanOrEqual(1);
    }
  });
});
