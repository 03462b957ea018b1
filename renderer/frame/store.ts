import { useSyncExternalStore } from 'react';

/** One value that several parts of the frame watch. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (next: T | ((before: T) => T)) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const isUpdate = (next: T | ((before: T) => T)): next is (before: T) => T => typeof next === 'function';
  return {
    get: () => value,
    set: (next) => {
      const chosen = isUpdate(next) ? next(value) : next;
      if (Object.is(chosen, value)) return;
      value = chosen;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get);
