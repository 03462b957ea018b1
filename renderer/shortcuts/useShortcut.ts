import { useEffect, useEffectEvent } from 'react';
import { isPressed, shortcutOf } from './table.ts';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'));

/** Runs while shown. `undefined` for `run` lets the keys pass. */
export function useShortcut(id: string, run: ((event: KeyboardEvent) => void) | undefined): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!run || event.defaultPrevented || !isPressed(id, event)) return;
    // F-keys type nothing, so they work in fields always.
    if (!shortcutOf(id)?.inFields && typing(event.target) && !/^F\d/.test(event.code)) return;
    event.preventDefault();
    run(event);
  });
  useEffect(() => {
    if (!shortcutOf(id)) throw new Error(`no shortcut ${id}`);
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [id]);
}
