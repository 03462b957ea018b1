import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#app/contract/refusals.ts';
import type { Asked, Result } from './client.ts';
import { onChanged, onLocked } from './events.ts';

export interface Answer<A> {
  /** The answer to this very input; kept while the same is asked again, dropped when the input changes and on lock. */
  readonly value: A | undefined;
  readonly refusals: readonly Refusal[];
  /** The bridge gave no answer. */
  readonly fault: Error | undefined;
  readonly asking: boolean;
  readonly again: () => void;
}

const none: readonly Refusal[] = [];
const nowhere: readonly string[] = [];
/** Milliseconds in which further changes join the first. */
const gather = 60;
const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));

interface Held<A> { readonly key?: string; readonly round?: number; readonly value?: A; readonly refusals?: readonly Refusal[]; readonly fault?: Error }

/**
 * Asks when shown, when the input changes, and whenever main signals a change in the entry's own area
 * or in one of `areas`. `undefined` as input asks nothing. Nothing is kept but what is on screen.
 */
export function useQuestion<I, A>(entry: Asked<I, A>, input: I | undefined, areas: readonly string[] = nowhere): Answer<A> {
  const [held, setHeld] = useState<Held<A>>({});
  const [round, setRound] = useState(0);
  const key = input === undefined ? undefined : `${entry.method} ${JSON.stringify(input)}`;
  const watched = [entry.area, ...areas].join(' ');
  const again = useCallback(() => setRound((n) => n + 1), []);

  useEffect(() => {
    if (key === undefined) return undefined;
    let wanted = true;
    const asked: I = JSON.parse(key.slice(entry.method.length + 1));
    entry(asked).then(
      (result) => { if (wanted) setHeld(result.ok ? { key, round, value: result.value } : { key, round, refusals: result.refusals }); },
      (fault: unknown) => { if (wanted) setHeld({ key, round, fault: asError(fault) }); },
    );
    return () => { wanted = false; };
  }, [entry, key, round]);

  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = onChanged((changed) => {
      const own = watched.split(' ');
      // Several changes in a row are one reason to ask: each asking is a view in the journal (Art. 11).
      if (changed.some((area) => own.includes(area))) soon ??= setTimeout(() => { soon = undefined; again(); }, gather);
    });
    return () => { clearTimeout(soon); stop(); };
  }, [watched, again]);
  useEffect(() => onLocked(() => setHeld({})), []);

  const fits = key !== undefined && held.key === key;
  return {
    value: fits ? held.value : undefined,
    refusals: (fits ? held.refusals : undefined) ?? none,
    fault: fits ? held.fault : undefined,
    asking: key !== undefined && !(fits && held.round === round),
    again,
  };
}

export interface Command<I, A> {
  /** Runs the command; answers the value, or undefined when it was refused or failed (see `refusals`, `fault`). */
  readonly run: (input: I) => Promise<A | undefined>;
  readonly running: boolean;
  readonly refusals: readonly Refusal[];
  readonly fault: Error | undefined;
  readonly clear: () => void;
}

/** A command for one button: one run at a time, its refusals held until the next run. */
export function useCommand<I, A>(entry: (input: I) => Promise<Result<A>>): Command<I, A> {
  const [state, setState] = useState<{ running: boolean; refusals?: readonly Refusal[]; fault?: Error }>({ running: false });
  const busy = useRef(false);
  const run = useCallback(async (input: I): Promise<A | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setState({ running: true });
    try {
      const result = await entry(input);
      setState(result.ok ? { running: false } : { running: false, refusals: result.refusals });
      return result.ok ? result.value : undefined;
    } catch (fault) {
      setState({ running: false, fault: asError(fault) });
      return undefined;
    } finally {
      busy.current = false;
    }
  }, [entry]);
  const clear = useCallback(() => setState({ running: false }), []);
  return { run, running: state.running, refusals: state.refusals ?? none, fault: state.fault, clear };
}
