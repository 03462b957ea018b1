import type { MaterialFilter } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { onLocked } from '../../contract/events.ts';
import { makeStore, useStore } from '../../frame/store.ts';
import { tidy } from './tidy.ts';

export interface ListState {
  readonly filter: MaterialFilter;
  /** The row on which the officer stood. */
  readonly at: number;
  readonly selected: ReadonlyMap<string, MaterialRow>;
  /** The saved view that was taken last. */
  readonly view: string | null;
}

const nothing: ListState = { filter: {}, at: 0, selected: new Map(), view: null };

/** What is asked of the list and chosen in it, while the officer goes to a card and back. In memory only, gone at the lock. */
const state = makeStore<ListState>(nothing);
onLocked(() => state.set(nothing));

export const useListState = (): ListState => useStore(state);
export const changeList = (change: Partial<ListState>): void => state.set((before) => ({ ...before, ...change }));

/** Asks something else: the list begins at its first row again, and nothing stays chosen that is no longer in sight. */
export const ask = (filter: MaterialFilter, view: string | null = null): void => state.set({ ...nothing, filter: tidy(filter), view });
