import { describe, expect, it } from 'vitest';
import { pagesOfEach } from './holdings.ts';

describe('pages of holdings in memory', () => {
  it('are 64 MiB for all together, whatever their number up to a hundred and twenty-eight', () => {
    for (let holdings = 5; holdings <= 128; holdings += 1) expect(Math.abs(pagesOfEach(holdings) * holdings - 64 * 1024)).toBeLessThanOrEqual(holdings / 2);
  });
  it('are no more for one alone than a database keeps by itself, and enough of each of very many for a look-up', () => {
    expect([0, 1, 4].map(pagesOfEach)).toEqual([16_000, 16_000, 16_000]);
    expect([200, 1000].map(pagesOfEach)).toEqual([512, 512]);
  });
});
