import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Refusal } from '#app/contract/refusals.ts';
import type { Result } from '../../contract/client.ts';
import { onChanged } from '../../contract/events.ts';
import type { Page } from './columns.ts';
import { missingSide, noPages, withPage, type Pages, type Side } from './pages.ts';

export type LoadPage<Row> = (request: { readonly cursor: string | null; readonly fromEnd: boolean }) => Promise<Result<Page<Row>>>;

interface Loaded<Row> { readonly key: string; readonly pages: Pages<Row>; readonly refusals: readonly Refusal[]; readonly fault: Error | undefined }

export interface LoadedPages<Row> {
  readonly pages: Pages<Row>;
  /** The rows shown answer an older question and a new answer is awaited. */
  readonly stale: boolean;
  readonly refusals: readonly Refusal[];
  readonly fault: Error | undefined;
  readonly again: () => void;
  readonly want: (first: number, last: number) => void;
}

/** After a change as many rows are loaded anew as were in view, up to this many; further down one scrolls again. */
const mostRefilled = 2000;

/** Loads pages as they come into view. `key` names the question (filter and sort): another key starts anew. */
export function usePages<Row>(load: LoadPage<Row>, question: string, areas: string, mayTail: boolean): LoadedPages<Row> {
  const [round, setRound] = useState(0);
  const key = `${round} ${question}`;
  const [loaded, setLoaded] = useState<Loaded<Row>>({ key: '', pages: noPages, refusals: [], fault: undefined });
  const [wanted, setWanted] = useState({ first: 0, last: 0 });
  const again = useCallback(() => setRound((n) => n + 1), []);
  const want = useCallback((first: number, last: number) => setWanted((before) => (before.first === first && before.last === last ? before : { first, last })), []);
  const stale = loaded.key !== key;
  const stopped = loaded.refusals.length > 0 || loaded.fault !== undefined;
  const side: Side | null = stale ? 'head' : stopped ? null : missingSide(loaded.pages, wanted.first, wanted.last, mayTail);

  const next = useEffectEvent(async (from: Pages<Row>, chosen: Side, alive: () => boolean): Promise<void> => {
    let pages = from;
    const upTo = stale && chosen === 'head' ? Math.min(wanted.last, mostRefilled) : -1;
    try {
      do {
        const result = await load({ cursor: chosen === 'head' ? pages.headNext : pages.tailNext, fromEnd: chosen === 'tail' });
        if (!alive()) return;
        if (!result.ok) { setLoaded({ key, pages, refusals: result.refusals, fault: undefined }); return; }
        pages = withPage(pages, chosen, result.value);
      } while (pages.head.length <= upTo && pages.headNext !== null);
      setLoaded({ key, pages, refusals: [], fault: undefined });
    } catch (fault) {
      if (alive()) setLoaded({ key, pages, refusals: [], fault: fault instanceof Error ? fault : new Error(String(fault)) });
    }
  });

  useEffect(() => {
    if (side === null) return undefined;
    let wantedStill = true;
    // oxlint-disable-next-line react/set-state-in-effect -- set only after main has answered
    void next(loaded.key === key ? loaded.pages : noPages, side, () => wantedStill);
    return () => { wantedStill = false; };
  }, [side, key, loaded]);

  useEffect(() => onChanged((changed) => {
    const own = areas.split(' ');
    if (changed.some((area) => own.includes(area))) again();
  }), [areas, again]);

  return { pages: loaded.pages, stale, refusals: loaded.refusals, fault: loaded.fault, again, want };
}
