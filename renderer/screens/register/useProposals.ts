import { useEffect, useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { registry } from '../../contract/client.ts';
import { onLocked } from '../../contract/events.ts';

const pause = 400;
/** Less than this resembles everything. */
const least = 12;

export interface Proposals {
  /** The last answer, also while the next one is awaited; undefined before the first and for too short a text. */
  readonly value: Answer<'materials.similar'> | undefined;
  readonly refusals: readonly Refusal[];
  readonly fault: Error | undefined;
  readonly asking: boolean;
}

const none: Proposals = { value: undefined, refusals: [], fault: undefined, asking: false };

/** Asks a while after the last key what resembles the text being typed; of several answers only that to the last text counts (Art. 7). */
export function useProposals(text: string): Proposals {
  const [state, setState] = useState<Proposals>(none);
  const enough = text.trim().length >= least;
  useEffect(() => {
    if (!enough) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, asking: true }));
      registry.materials.similar({ text }).then(
        (result) => { if (wanted) setState(result.ok ? { ...none, value: result.value } : { ...none, refusals: result.refusals }); },
        (fault: unknown) => { if (wanted) setState({ ...none, fault: fault instanceof Error ? fault : new Error(String(fault)) }); },
      );
    }, pause);
    return () => { wanted = false; clearTimeout(timer); };
  }, [text, enough]);
  useEffect(() => onLocked(() => setState(none)), []);
  return enough ? state : none;
}
