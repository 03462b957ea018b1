import { useCallback, useEffect, useEffectEvent, useState } from 'react';
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
  const change = useCallback((next: Partial<Layout>) => setLayout((before) => ({ ...before, ...next })), []);
  const reset = () => setLayout({ ...initial, dense: layout.dense });
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => { void keepLayout(officer.id, list, layout); }, 500);
    return () => clearTimeout(timer);
  }, [ready, officer.id, list, layout]);
  return { layout, ready, change, reset };
}
