import { useEffect } from 'react';
import { registry } from '../contract/client.ts';

const every = 20_000;

/** Tells main that the officer is at work, at most every 20 s: the idle lock is main's own timer (platform: system idle lies on Wayland). */
export function useTouch(open: boolean): void {
  useEffect(() => {
    if (!open) return undefined;
    let last = 0;
    const touch = () => {
      const now = performance.now();
      if (last !== 0 && now - last < every) return;
      last = now;
      void registry.session.touch({}).catch(() => undefined);
    };
    const signs = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true });
    return () => { for (const sign of signs) window.removeEventListener(sign, touch, { capture: true }); };
  }, [open]);
}
