import type { Answer } from '#app/contract/index.ts';
import { onLocked } from '../../contract/events.ts';
import { makeStore, useStore } from '../../frame/store.ts';

export interface Verified {
  readonly path: string;
  readonly found: Answer<'sealed.verify'>;
  /** Once the package itself has been registered. */
  readonly packageId: string | undefined;
}

/** The package that was opened last, so that its items can be registered one after another; forgotten on lock. */
const verified = makeStore<Verified | undefined>(undefined);
onLocked(() => verified.set(undefined));

/** The folder that was looked into last. */
const folder = makeStore('');
onLocked(() => folder.set(''));

export const keepFolder = folder.set;
export const useFolder = (): string => useStore(folder);
export const keepVerified = verified.set;
export const useVerified = (): Verified | undefined => useStore(verified);
