import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { findLayout, keepLayout, type Layout } from '../../desk/layouts.ts';
import { useSession } from '../../frame/session.ts';
import type { GridColumn, GridSort } from './columns.ts';

export type LaidOut = ReturnType<typeof useGridLayout>;

/** The officer's own layout of a list, kept on the desk; `ready` once it has been looked up. */
export function useGridLayout(list: string, columns: readonly GridColumn<never>[], firstSort: GridSort | null) {
  const { officer } = useSession();
  const initial: Layout = { widths: {}, hidden: columns.filter((each) => each.hidden).map((each) => each.id), order: [], dense: true, sort: firstSort };
  const [layout, setLayout] = useState<Layout>(initial);
  const [ready, setReady] = useState(false);
  const takeUp = useEffectEvent((found: Layout | undefined) => {
    const known = new Set(columns.map((each) => each.id));
    if (found) setLayout({ ...found, sort: found.sort && known.has(found.sort.by) ? found.sort : firstSort, hidden: found.hidden.filter((each) => known.has(each)) });
    setReady(true);
  });
  useEffect(() => {
    let wanted = true;
    void findLayout(officer.id, list).then((found) => { if (wanted) takeUp(found); });
    return () => { wanted = false; };
  }, [officer.id, list]);
  // Only what the officer changed is kept: a layout that could not be read is not written over.
  const changed = useRef(false);
  const change = useCallback((next: Partial<Layout>) => {
    changed.current = true;
    setLayout((before) => ({ ...before, ...next }));
  }, []);
  const reset = () => change({ ...initial, dense: layout.dense });
  const keep = useEffectEvent((now: Layout) => {
    if (!changed.current) return;
    changed.current = false;
    void keepLayout(officer.id, list, now);
  });
  const last = useRef(layout);
  useEffect(() => {
    last.current = layout;
    const timer = setTimeout(() => keep(layout), 250);
    return () => clearTimeout(timer);
  }, [layout]);
  // One who leaves the list at once has laid it out all the same.
  useEffect(() => () => keep(last.current), []);
  return { layout, ready, change, reset };
}
