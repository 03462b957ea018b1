import { useState } from 'react';

export interface Selection {
  readonly count: number;
  readonly enabled: boolean;
  readonly has: (id: string) => boolean;
  readonly toggle: (at: number) => void;
  /** All rows between two places; rows not yet loaded are left out, as nobody has seen them. */
  readonly extend: (from: number, to: number) => void;
}

const nobody: ReadonlySet<string> = new Set();

/** Which rows are chosen, by id, so that they stay chosen while the list is sorted or grows. */
export function useSelection(selected: ReadonlySet<string> | undefined, onSelected: ((ids: ReadonlySet<string>) => void) | undefined, idAt: (at: number) => string | undefined): Selection {
  const [anchor, setAnchor] = useState<number | null>(null);
  const chosen = selected ?? nobody;
  return {
    count: chosen.size,
    enabled: onSelected !== undefined,
    has: (id) => chosen.has(id),
    toggle: (at) => {
      const id = idAt(at);
      if (id === undefined || !onSelected) return;
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setAnchor(at);
      onSelected(next);
    },
    extend: (from, to) => {
      if (!onSelected) return;
      const start = anchor ?? from;
      setAnchor(start);
      const next = new Set(chosen);
      for (let at = Math.min(start, to); at <= Math.max(start, to); at += 1) {
        const id = idAt(at);
        if (id !== undefined) next.add(id);
      }
      onSelected(next);
    },
  };
}
