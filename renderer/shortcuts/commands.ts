import { useEffect } from 'react';
import type { IconName } from '../components/Icon.tsx';
import { makeStore, useStore } from '../frame/store.ts';
import type { TextKey } from '../language/areas.ts';

/** A command of the screen that is shown, offered in the palette for as long as it is shown. */
export interface ScreenCommand { readonly id: string; readonly title: TextKey; readonly icon?: IconName; readonly run: () => void }

const offered = makeStore<readonly ScreenCommand[]>([]);

export function useScreenCommands(commands: readonly ScreenCommand[]): void {
  useEffect(() => {
    offered.set((before) => [...before, ...commands]);
    return () => offered.set((before) => before.filter((each) => !commands.includes(each)));
  }, [commands]);
}
export const useOfferedCommands = (): readonly ScreenCommand[] => useStore(offered);
