import { createContext, useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react';

export interface Layer {
  /** Closes the layer, or lets a form in it ask first. */
  readonly close: () => void;
  /** A form says here whether it holds the layer open; true when it has taken the wish to close over. Answers how to take that back. */
  readonly guard: (holds: () => boolean) => () => void;
  /** Told which element stands around what the layer shows. */
  readonly around: (element: HTMLElement | null) => void;
}

export const LayerContext = createContext<Layer | undefined>(undefined);

const focusable = 'button:not(:disabled), a[href], input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** Focus on a place, and where that goes later (the button of a row that the act took away), on what is nearest to it. */
function focusThereOrNear(place: HTMLElement, around: readonly HTMLElement[]): void {
  const near = () => {
    const stands = around.find((each) => each.isConnected && each !== document.body);
    (stands?.querySelector<HTMLElement>(focusable) ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
  };
  if (!place.isConnected) { near(); return; }
  place.focus({ preventScroll: true });
  const watch = new MutationObserver(() => {
    if (place.isConnected) return;
    watch.disconnect();
    if (document.activeElement === null || document.activeElement === document.body) near();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  // Taking an element away blurs it as well: only one that stands was left by the officer.
  place.addEventListener('blur', () => queueMicrotask(() => { if (place.isConnected) watch.disconnect(); }), { once: true });
}

/** Open layers, the one in front last: Esc is for that one alone. */
const open: object[] = [];

/** Esc in this layer, with no list open in it and no palette over it. */
function isMeant(event: KeyboardEvent, box: HTMLElement | null): boolean {
  const { target } = event;
  if (event.code !== 'Escape' || event.isComposing || !(target instanceof Element)) return false;
  if (target.getAttribute('data-mantine-stop-propagation') === 'true') return false;
  const around = target.closest('[role=dialog]');
  return around === null || (box !== null && around.contains(box));
}

/** A layer over the screen: closed by Esc unless a form in it has something to lose; the focus comes back to where it was. */
export function useLayer(opened: boolean, onClose: () => void): Layer {
  const guards = useRef(new Set<() => boolean>());
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const { activeElement } = document;
    // Opened by a key from nowhere in particular: back to the screen's content.
    const place = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : document.querySelector<HTMLElement>('main');
    if (place === null) return undefined;
    const around: HTMLElement[] = [];
    for (let each = place.parentElement; each !== null; each = each.parentElement) around.push(each);
    return () => {
      // Once the layer is gone from the page, and unless something else has taken the focus meanwhile.
      setTimeout(() => { if (document.activeElement === null || document.activeElement === document.body) focusThereOrNear(place, around); });
    };
  }, [opened]);
  const guard = useCallback((holds: () => boolean) => {
    guards.current.add(holds);
    return () => { guards.current.delete(holds); };
  }, []);
  const close = useCallback(() => { if (![...guards.current].some((holds) => holds())) onClose(); }, [onClose]);
  const box = useRef<HTMLElement | null>(null);
  const around = useCallback((element: HTMLElement | null) => { box.current = element; }, []);
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (open.at(-1) !== guards.current || !isMeant(event, box.current)) return;
    event.stopImmediatePropagation();
    close();
  });
  useEffect(() => {
    if (!opened) return undefined;
    const own = guards.current;
    const listen = (event: KeyboardEvent) => pressed(event);
    open.push(own);
    window.addEventListener('keydown', listen, true);
    return () => {
      open.splice(open.indexOf(own), 1);
      window.removeEventListener('keydown', listen, true);
    };
  }, [opened]);
  return useMemo(() => ({ close, guard, around }), [close, guard, around]);
}
