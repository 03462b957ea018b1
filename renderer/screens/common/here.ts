import { createContext, use, useCallback } from 'react';
import { go, show } from '../../frame/router.ts';

/** What the screen shows now, as its way back: a screen that keeps its choices to itself says them here. */
export const Here = createContext<Readonly<Record<string, string>> | undefined>(undefined);

/** Goes to another screen and leaves behind what is shown here, so that Alt+← comes back to it. */
export function useGo(): (screen: string, params: Readonly<Record<string, string>>) => void {
  const here = use(Here);
  return useCallback((screen, params) => {
    if (here) show(here);
    go(screen, params);
  }, [here]);
}

/** Params of the way from what is set among them. */
export const paramsOf = (values: Readonly<Record<string, string | null | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]): [string, string][] => (value === null || value === undefined ? [] : [[key, value]])));
