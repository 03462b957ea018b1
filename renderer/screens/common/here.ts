import { useEffect, type ReactNode } from 'react';
import { keepShown } from '../../frame/router.ts';

/** What the screen shows now, as its way back: a screen that keeps its choices to itself says them here. `value` is memoised. */
export function Here({ value, children }: { readonly value: Readonly<Record<string, string>>; readonly children: ReactNode }) {
  useEffect(() => keepShown(value), [value]);
  return children;
}

/** Params of the way from what is set among them. */
export const paramsOf = (values: Readonly<Record<string, string | null | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]): [string, string][] => (value === null || value === undefined ? [] : [[key, value]])));
