import { packageStarted, packageVoided } from '#app/exchange/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import { formatNumber, seriesKey } from '#app/materials/numbering.ts';
import type { Context } from '../../context.ts';
import { nextPackageOut, packagesSent, packagesStarted } from '../../vault/queries/packages-out.ts';

/** Takes the next number of the addressee's series, before the first byte is written. */
export function takeNumber({ vault, clock, newId }: Context, recipient: string): { id: string; number: string } {
  const series = { kind: 'packageOut', body: recipient, year: Number(clock.now().slice(0, 4)) } as const;
  const n = nextPackageOut(vault.holding(packagesSent), seriesKey(series));
  const [id, number] = [newId(), formatNumber({ ...series, n })];
  const started = { id, number, serial: { year: series.year, n }, recipient };
  vault.commit([actOf(packageStarted, id, started, [{ holding: packagesSent, content: started }])]);
  return { id, number };
}

const voided = (id: string, code: string) => actOf(packageVoided, id, { id, code }, [{ holding: packagesSent, content: { id, code } }]);

/** A number that was taken for nothing says why. A vault that was locked meanwhile cannot write it; then it is said at the next sealing. */
export function voidNumber({ vault }: Context, id: string, code: string): void {
  try {
    vault.commit([voided(id, code)]);
  } catch {
    // The refusal on its way to the officer says more than this would.
  }
}

/** Numbers left open by a lock, a crash or a power cut in the middle of a sealing. To be called while none is being sealed. */
export function voidInterrupted({ vault }: Context): void {
  const left = packagesStarted(vault.holding(packagesSent));
  if (left.length > 0) vault.commit(left.map(({ id }) => voided(id, 'interrupted')));
}
