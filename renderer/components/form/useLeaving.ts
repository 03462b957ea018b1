import { use, useEffect, useEffectEvent, useRef, useState } from 'react';
import { LayerContext } from '../layer.ts';

export interface Leaving {
  /** What was typed would be lost: the officer is asked. */
  readonly asking: boolean;
  /** The wish to leave: asks where something would be lost; a second one takes the question back. */
  readonly leave: () => void;
  readonly stay: () => void;
  readonly leaveNow: () => void;
  /** What stands in the form now is known to main: nothing of it would be lost. */
  readonly settled: () => void;
}

/** What stands in a form, as a number: a passphrase that stands there too is not kept a second time. */
function markOf(values: unknown): number {
  let mark = 0;
  for (const unit of new TextEncoder().encode(JSON.stringify(values))) mark = (Math.imul(mark, 31) + unit + 1) % 2 ** 31;
  return mark;
}

/**
 * Leaves a form, by Esc or by its layer's cross, no sooner than the officer has said that what was typed may go.
 * `values`: what stands in it; `kept`: a draft is, so that nothing is lost.
 */
export function useLeaving({ onLeave, kept, values }: { readonly onLeave: (() => void) | undefined; readonly kept: boolean; readonly values: () => unknown }): Leaving {
  const layer = use(LayerContext);
  const [asking, setAsking] = useState(false);
  const baseline = useRef<number | undefined>(undefined);
  const came = useRef<Element | null>(null);
  const now = useEffectEvent(() => (kept ? undefined : markOf(values())));
  useEffect(() => { baseline.current = now(); }, []);

  const stay = () => {
    setAsking(false);
    if (came.current instanceof HTMLElement && came.current.isConnected) came.current.focus();
  };
  /** True when there is something to ask about, or was: then nobody leaves yet. */
  const holds = (): boolean => {
    if (asking) { stay(); return true; }
    if (kept || markOf(values()) === baseline.current) return false;
    came.current = document.activeElement;
    setAsking(true);
    return true;
  };
  const held = useEffectEvent(holds);
  useEffect(() => layer?.guard(() => held()), [layer]);
  return {
    asking, stay,
    leave: () => { if (layer) layer.close(); else if (onLeave && !holds()) onLeave(); },
    leaveNow: () => { setAsking(false); onLeave?.(); },
    settled: () => {
      if (!kept) baseline.current = markOf(values());
      setAsking(false);
    },
  };
}
