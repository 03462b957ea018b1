import type { TextKey } from '../language/areas.ts';

/** A key by its place on the keyboard (`event.code`), so that it works on ru, kk and en layouts alike. */
export interface Chord {
  readonly code: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
}

export type ShortcutGroup = 'everywhere' | 'way' | 'form' | 'grid' | 'screen';

export interface Shortcut {
  readonly id: string;
  readonly group: ShortcutGroup;
  readonly title: TextKey;
  readonly chords: readonly Chord[];
  /** Works while a field is being typed in. */
  readonly inFields: boolean;
  /** Offered in the command palette. */
  readonly inPalette: boolean;
}

const row = (id: string, group: ShortcutGroup, title: TextKey, chords: readonly Chord[], more: Partial<Pick<Shortcut, 'inFields' | 'inPalette'>> = {}): Shortcut =>
  ({ id, group, title, chords, inFields: true, inPalette: false, ...more });

/** The one table of shortcuts: keys, sheet, tooltips, palette and tests all come from it. */
export const shortcuts: readonly Shortcut[] = [
  row('palette', 'everywhere', 'shortcuts.palette', [{ code: 'KeyK', ctrl: true }]),
  row('lock', 'everywhere', 'shortcuts.lock', [{ code: 'KeyL', ctrl: true }], { inPalette: true }),
  row('sheet', 'everywhere', 'shortcuts.sheet', [{ code: 'F1' }, { code: 'Slash', shift: true }], { inFields: false, inPalette: true }),
  row('menu', 'everywhere', 'shortcuts.menu', [{ code: 'KeyM', alt: true }]),
  row('main', 'everywhere', 'shortcuts.main', [{ code: 'KeyW', alt: true }]),
  row('back', 'way', 'shortcuts.back', [{ code: 'ArrowLeft', alt: true }], { inPalette: true }),
  row('forward', 'way', 'shortcuts.forward', [{ code: 'ArrowRight', alt: true }], { inPalette: true }),
  row('screens', 'way', 'shortcuts.screens', [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ code: `Digit${n}`, alt: true }))),
  row('next', 'form', 'shortcuts.next', [{ code: 'Enter' }]),
  row('previous', 'form', 'shortcuts.previous', [{ code: 'Enter', shift: true }]),
  row('save', 'form', 'shortcuts.save', [{ code: 'Enter', ctrl: true }, { code: 'NumpadEnter', ctrl: true }, { code: 'KeyS', ctrl: true }]),
  row('close', 'form', 'shortcuts.close', [{ code: 'Escape' }]),
  row('now', 'form', 'shortcuts.now', [{ code: 'Semicolon', ctrl: true }]),
  row('acceptGrif', 'form', 'shortcuts.acceptGrif', [{ code: 'KeyG', alt: true }]),
  row('proposals', 'form', 'shortcuts.proposals', [{ code: 'KeyP', alt: true }]),
  row('openRow', 'grid', 'shortcuts.openRow', [{ code: 'Enter' }]),
  row('selectRow', 'grid', 'shortcuts.selectRow', [{ code: 'Space' }]),
  row('gridEnds', 'grid', 'shortcuts.gridEnds', [{ code: 'Home', ctrl: true }, { code: 'End', ctrl: true }]),
  row('sortColumn', 'grid', 'shortcuts.sortColumn', [{ code: 'Enter' }]),
  row('widen', 'grid', 'shortcuts.widen', [{ code: 'ArrowLeft', shift: true }, { code: 'ArrowRight', shift: true }]),
  row('filter', 'screen', 'shortcuts.filter', [{ code: 'F3' }]),
  row('views', 'screen', 'shortcuts.views', [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ code: `Digit${n}`, ctrl: true }))),
  row('section', 'screen', 'shortcuts.section', [{ code: 'PageDown', alt: true }, { code: 'PageUp', alt: true }]),
  row('moveColumn', 'grid', 'shortcuts.moveColumn', [{ code: 'ArrowLeft', ctrl: true, shift: true }, { code: 'ArrowRight', ctrl: true, shift: true }]),
  row('print', 'screen', 'shortcuts.print', [{ code: 'KeyP', ctrl: true }]),
  row('find', 'screen', 'shortcuts.find', [{ code: 'KeyF', ctrl: true }]),
  row('new', 'screen', 'shortcuts.new', [{ code: 'KeyN', alt: true }]),
];

export const shortcutOf = (id: string): Shortcut | undefined => shortcuts.find((each) => each.id === id);

export interface Pressed { readonly code: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean; readonly shiftKey: boolean }

export const matches = (chord: Chord, pressed: Pressed): boolean =>
  pressed.code === chord.code && pressed.ctrlKey === (chord.ctrl ?? false) && !pressed.metaKey
  && pressed.altKey === (chord.alt ?? false) && pressed.shiftKey === (chord.shift ?? false);

/** Whether the keys pressed are those of a shortcut of the table; never by letter, always by place. */
export const isPressed = (id: string, pressed: Pressed): boolean =>
  shortcutOf(id)?.chords.some((chord) => matches(chord, pressed)) ?? false;

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Slash: '?', Semicolon: ';', NumpadEnter: 'Enter',
};

/** What stands on the key caps: `Ctrl`, `K`. The digit or Latin letter, which every keyboard bears. */
export function keysOf(chord: Chord): readonly string[] {
  const cap = names[chord.code] ?? chord.code.replace(/^(Key|Digit)/, '');
  return [...(chord.ctrl ? ['Ctrl'] : []), ...(chord.alt ? ['Alt'] : []), ...(chord.shift && chord.code !== 'Slash' ? ['Shift'] : []), cap];
}
