import type { Answer } from '#app/contract/index.ts';
import { onLocked } from '../../contract/events.ts';
import { makeStore, useStore } from '../../frame/store.ts';

export type Verdict = Answer<'vault.check'>;

/** The last check of this unlocking; an older one says nothing of the vault as it lies now. */
const last = makeStore<Verdict | undefined>(undefined);
onLocked(() => last.set(undefined));

export const keepVerdict = (verdict: Verdict): void => last.set(verdict);
export const useVerdict = (): Verdict | undefined => useStore(last);

/** What the last check says of one act: everything up to the first break stands. */
export function standingOf(seq: number, verdict: Verdict | undefined): 'chainOk' | 'chainBroken' | 'chainUnknown' {
  if (verdict === undefined) return 'chainUnknown';
  if (verdict.broken !== null && seq >= verdict.broken.seq) return 'chainBroken';
  return seq <= verdict.acts ? 'chainOk' : 'chainUnknown';
}

export const isWhole = ({ broken, differences, lost }: Verdict): boolean => broken === null && differences.length === 0 && lost.length === 0;
