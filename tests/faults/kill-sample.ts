import { expect, it } from 'vitest';
import type { Figure } from './figures.ts';
import { cutsPrefix, parts, smallExtent } from './parts.ts';
import { straceThere } from './trace.ts';

const extent = smallExtent(20261122);

/** What one part of the programme finds in its small extent. */
export async function sampled(name: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  await parts[name]?.(extent, (figure) => { figures.push(figure); });
  return figures;
}

export const missed = (figures: readonly Figure[]): string[] => figures.flatMap(({ misses }) => [...misses]);
const tried = (figures: readonly Figure[], start: string): number => figures.filter(({ what }) => what.startsWith(start)).reduce((sum, figure) => sum + figure.tried, 0);

/** Kills and power cuts of every other operation, from the first or the second on: a file for each half, so that two processes share them. */
export function killSample(half: 0 | 1): void {
  const traced = straceThere();
  if (!traced) process.stdout.write('strace is missing: kills and power cuts at recorded instants are left out; main/vault/kill.test.ts still kills.\n');
  const names = Object.keys(parts).filter((one) => one.startsWith(cutsPrefix)).filter((_, index) => index % 2 === half);
  it.skipIf(!traced)('a hundred kills and their power cuts, in every kind of work of this half, lose nothing confirmed and leave nothing by half', async () => {
    const figures: Figure[] = [];
    for (const name of names) figures.push(...await sampled(name));
    expect(missed(figures)).toEqual([]);
    expect(tried(figures, 'kill')).toBeGreaterThanOrEqual(100);
    expect(tried(figures, 'power')).toBeGreaterThanOrEqual(25);
    expect(new Set(figures.map(({ what }) => what)).size).toBe(2 * names.length);
  }, 600_000);
}
