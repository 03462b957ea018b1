import { totalmem } from 'node:os';
import { ceiling, deriveKey, floor, type KdfParameters } from './kdf.ts';

/** Milliseconds that a derivation is to take. Fewer than 0.9 of it is too few: the officer waits that long at each unlocking, and so does whoever guesses. */
export const target = 1000;
const enough = 0.9 * target;
/** More passes than this, and memory is raised instead: it is memory that a guessing machine lacks. */
const mostPasses = 12;

export interface Timed {
  readonly kdf: KdfParameters;
  readonly milliseconds: number;
}

/**
 * What to do after these measurements, the first of them of the floor: take parameters, or measure others. Passes are raised first, in
 * proportion; where the most passes are too few, memory is doubled and the passes begin anew, up to `mostKiB`. Never under the floor, however slow the machine.
 */
export function nextStep(measured: readonly Timed[], mostKiB: number): { readonly take: KdfParameters } | { readonly measure: KdfParameters } {
  const last = measured.at(-1);
  if (last === undefined) return { measure: floor };
  const { kdf, milliseconds } = last;
  if (milliseconds >= enough) return { take: kdf };
  const passes = Math.round((kdf.passes * target) / Math.max(milliseconds, 1));
  if (passes <= mostPasses) return { take: { ...kdf, passes } };
  const memoryKiB = kdf.memoryKiB * 2;
  return memoryKiB > mostKiB ? { take: { ...kdf, passes: mostPasses } } : { measure: { ...kdf, memoryKiB } };
}

/** A quarter of the workstation's memory, within what a header may ask for. */
const memoryToUse = (): number => Math.min(ceiling.memoryKiB, totalmem() / 4 / 1024);

const timed = async (kdf: KdfParameters): Promise<number> => {
  const before = performance.now();
  (await deriveKey('measuring', new Uint8Array(16), kdf)).fill(0);
  return performance.now() - before;
};

/** Parameters under which a passphrase takes this workstation about a second. Takes about that long itself. */
export async function calibratedKdf(measure: (kdf: KdfParameters) => Promise<number> = timed, mostKiB: number = memoryToUse()): Promise<KdfParameters> {
  const measured: Timed[] = [];
  for (;;) {
    const next = nextStep(measured, mostKiB);
    if ('take' in next) return next.take;
    measured.push({ kdf: next.measure, milliseconds: await measure(next.measure) });
  }
}
