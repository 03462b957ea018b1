import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { onChanged } from '../../contract/events.ts';
import { makeLoader, type Later, type Loaded, type LoadPage } from './loader.ts';
import type { View } from './pages.ts';

export interface LoadedPages<Row> extends Loaded<Row> {
  readonly again: () => void;
  readonly want: (view: View) => void;
}

const later: Later = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/** The pages of a list as they come into view. `question` names what is asked (filter and sort), null while that is not yet known: then nothing is. */
export function usePages<Row>(load: LoadPage<Row>, question: string | null, areas: string, anywhere: boolean, begin: number): LoadedPages<Row> {
  const [loader] = useState(() => makeLoader<Row>({ anywhere, view: { first: begin, last: begin }, later }));
  const loaded = useSyncExternalStore(loader.subscribe, loader.state);
  const ask = useEffectEvent((asked: string) => loader.ask(asked, load));
  useEffect(() => {
    if (question !== null) ask(question);
    return loader.leave;
  }, [loader, question]);
  useEffect(() => onChanged((changed) => {
    const own = areas.split(' ');
    if (changed.some((area) => own.includes(area))) loader.again();
  }), [areas, loader]);
  return { ...loaded, stale: loaded.stale || loaded.question !== question, again: loader.again, want: loader.want };
}
