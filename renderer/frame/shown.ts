import { useEffect, useId } from 'react';
import { highest, type Degree } from '#app/agreement/grif.ts';
import { makeStore, useStore } from './store.ts';

/** What each part of the screen shows just now; the bands carry the highest of them (Art. 9, R9.2). */
const shown = makeStore<ReadonlyMap<string, Degree>>(new Map());

const top = (degrees: readonly (Degree | null | undefined)[]): Degree | null =>
  highest(degrees.filter((degree): degree is Degree => degree === 'LOWER' || degree === 'UPPER'));

/**
 * Declares the degree of what this part of the screen shows, for as long as it shows it.
 * `useScreenGrif(...rows.map((row) => row.degree))` where many things are shown; null where nothing classified is.
 */
export function useScreenGrif(...degrees: readonly (Degree | null | undefined)[]): void {
  const id = useId();
  const own = top(degrees);
  useEffect(() => {
    if (own === null) return undefined;
    shown.set((before) => new Map(before).set(id, own));
    return () => shown.set((before) => {
      const after = new Map(before);
      after.delete(id);
      return after;
    });
  }, [id, own]);
}

export const useShownDegree = (): Degree | null => top([...useStore(shown).values()]);
