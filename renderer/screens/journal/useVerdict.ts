import { onLocked } from '../../contract/events.ts';
import { makeStore, useStore } from '../../frame/store.ts';
import type { Verdict } from './verdict.ts';

/** The last check of this unlocking; an older one says nothing of the vault as it lies now. */
const last = makeStore<Verdict | undefined>(undefined);
onLocked(() => last.set(undefined));

export const keepVerdict = (verdict: Verdict): void => last.set(verdict);
export const useVerdict = (): Verdict | undefined => useStore(last);
