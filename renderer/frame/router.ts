import { makeStore, useStore } from './store.ts';

/** Where the officer is: a screen of the table and what it shows. Ids and numbers only, never content. */
export interface Place {
  readonly screen: string;
  readonly params: Readonly<Record<string, string>>;
}

interface Way { readonly places: readonly Place[]; readonly at: number }

const longest = 50;
const way = makeStore<Way>({ places: [], at: -1 });

type Params = Place['params'];
/** What the screen in sight shows by choices that it keeps to itself; undefined for one that keeps none. */
let shown: Params | undefined;

/** Says what is shown here, so that the way leads back to it however the screen is left. Answers how to take it back. */
export function keepShown(params: Params): () => void {
  shown = params;
  return () => { if (shown === params) shown = undefined; };
}

/** The way with the present place as it was last shown: written in only on leaving, since another place is another screen. */
function asShown(before: Way): Way {
  const here = before.places[before.at];
  return here === undefined || shown === undefined ? before : { ...before, places: before.places.with(before.at, { screen: here.screen, params: shown }) };
}

const same = (a: Place | undefined, b: Place) => a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** Goes to a screen; what lay ahead of the way is dropped, as in every browser. */
export function go(screen: string, params: Readonly<Record<string, string>> = {}): void {
  const place = { screen, params };
  way.set((before) => {
    if (same(before.places[before.at], place)) return before;
    const places = [...asShown(before).places.slice(0, before.at + 1), place].slice(-longest);
    return { places, at: places.length - 1 };
  });
}

const step = (by: number) => way.set((before) => {
  const at = before.at + by;
  return at < 0 || at >= before.places.length ? before : { ...asShown(before), at };
});
export const back = (): void => step(-1);
export const forward = (): void => step(1);

export const wayAsJson = (): string => JSON.stringify(asShown(way.get()));
export const watchWay = way.subscribe;
export const forgetWay = (): void => way.set({ places: [], at: -1 });

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'screen' in value && typeof value.screen === 'string'
  && 'params' in value && typeof value.params === 'object' && value.params !== null
  && Object.values(value.params).every((each) => typeof each === 'string');

/** Takes up the way left before a lock; what does not read as a way is left alone. */
export function takeUpWay(json: string): boolean {
  let value: unknown;
  try { value = JSON.parse(json); } catch { return false; }
  if (typeof value !== 'object' || value === null || !('places' in value) || !('at' in value)) return false;
  const { places, at } = value;
  if (!Array.isArray(places) || !places.every(isPlace) || typeof at !== 'number' || !(at in places)) return false;
  way.set({ places: places.slice(-longest), at: Math.min(at, longest - 1) });
  return true;
}

export function useWay(): { place: Place | undefined; canGoBack: boolean; canGoForward: boolean } {
  const { places, at } = useStore(way);
  return { place: places[at], canGoBack: at > 0, canGoForward: at < places.length - 1 };
}
