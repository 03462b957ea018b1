import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibratedKdf } from './calibrate.ts';
import { ceiling, floor, type KdfParameters } from './kdf.ts';

/** A made-up machine: so many milliseconds for a pass over 256 MiB. */
const machine = (perPass: number) => async ({ memoryKiB, passes }: KdfParameters): Promise<number> => (perPass * passes * memoryKiB) / floor.memoryKiB;

describe('Argon2id is calibrated on the workstation', () => {
  it.each([
    // A slow one waits, and stays on the floor.
    [1000, { memoryKiB: 262_144, passes: 3, lanes: 1 }], [330, { memoryKiB: 262_144, passes: 3, lanes: 1 }],
    [250, { memoryKiB: 262_144, passes: 4, lanes: 1 }], [100, { memoryKiB: 262_144, passes: 10, lanes: 1 }],
    // Where passes alone would be too many, memory is raised.
    [60, { memoryKiB: 524_288, passes: 8, lanes: 1 }], [25, { memoryKiB: 1_048_576, passes: 10, lanes: 1 }],
    // And no further than a header may go.
    [1, { memoryKiB: 1_048_576, passes: 12, lanes: 1 }],
  ])('with %i ms a pass', async (perPass, expected) => {
    expect(await calibratedKdf(machine(perPass), ceiling.memoryKiB)).toEqual(expected);
  });

  it('does not take memory that the workstation has not', async () => {
    expect(await calibratedKdf(machine(25), 600_000)).toEqual({ memoryKiB: 524_288, passes: 12, lanes: 1 });
    expect(await calibratedKdf(machine(25), 1000)).toEqual({ memoryKiB: 262_144, passes: 12, lanes: 1 });
  });

  it('is never under 256 MiB and three passes nor over what opens, and about a second wherever that lies between', async () => {
    await fc.assert(fc.asyncProperty(fc.double({ min: 0.001, max: 100_000, noNaN: true }), fc.integer({ min: 1, max: 2_000_000 }), async (perPass, most) => {
      const kdf = await calibratedKdf(machine(perPass), Math.min(most, ceiling.memoryKiB));
      expect(kdf.memoryKiB).toBeGreaterThanOrEqual(256 * 1024);
      expect(kdf.passes).toBeGreaterThanOrEqual(3);
      expect(kdf.memoryKiB).toBeLessThanOrEqual(ceiling.memoryKiB);
      expect(kdf.passes).toBeLessThanOrEqual(ceiling.passes);
      const takes = await machine(perPass)(kdf);
      if (kdf.passes > 3 && kdf.passes < 12) expect(takes).toBeGreaterThan(800);
      if (kdf.memoryKiB > floor.memoryKiB || kdf.passes > 3) expect(takes).toBeLessThan(1300);
    }), { seed: 11 });
  });
});
