import { describe, expect, it } from 'vitest';
import { asCyrillic, asLatin, foldForFinding, isFoundIn } from './layouts.ts';
import { isPressed, keysOf, shortcutOf, shortcuts, type Pressed } from './table.ts';

const press = (code: string, more: Partial<Pressed> = {}): Pressed => ({ code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...more });

describe('the table of shortcuts', () => {
  it('knows keys by their place, never by their letter', () => {
    for (const { chords } of shortcuts) {
      for (const { code } of chords) expect(code).toMatch(/^(Key[A-Z]|Digit\d|F\d+|Arrow(Left|Right|Up|Down)|Numpad\w+|Enter|Escape|Space|Home|End|Slash|Semicolon|PageUp|PageDown)$/);
    }
  });
  it.each(['k', 'л', 'К', 'q'])('opens the palette whatever letter (%s) the layout gives the key', (key) => {
    expect(isPressed('palette', { ...press('KeyK', { ctrlKey: true }), key } as Pressed)).toBe(true);
  });
  it('asks for exactly the modifiers it names', () => {
    expect(isPressed('lock', press('KeyL', { ctrlKey: true }))).toBe(true);
    expect(isPressed('lock', press('KeyL'))).toBe(false);
    expect(isPressed('lock', press('KeyL', { ctrlKey: true, shiftKey: true }))).toBe(false);
    // AltGr comes as Ctrl+Alt: typing on some layouts must not run commands.
    expect(isPressed('lock', press('KeyL', { ctrlKey: true, altKey: true }))).toBe(false);
  });
  it('gives no two shortcuts of one reach the same keys', () => {
    const reach = (group: string) => (group === 'everywhere' || group === 'way' || group === 'screen' ? 'global' : group);
    const seen = new Map<string, string>();
    for (const { id, group, chords } of shortcuts) {
      for (const chord of chords) {
        const name = `${reach(group)} ${chord.code} ${chord.ctrl ?? false} ${chord.alt ?? false} ${chord.shift ?? false}`;
        // Enter opens a row in the body and sorts in the header: two places of one grid.
        if (id === 'sortColumn') continue;
        expect(seen.get(name), name).toBeUndefined();
        seen.set(name, id);
      }
    }
  });
  it('writes the caps that stand on every keyboard', () => {
    expect(shortcutOf('palette')?.chords.map(keysOf)).toEqual([['Ctrl', 'K']]);
    expect(shortcutOf('sheet')?.chords.map(keysOf)).toEqual([['F1'], ['?']]);
    expect(shortcutOf('noSuch')).toBeUndefined();
  });
});

describe('finding on the wrong layout', () => {
  it('reads what the keys would have typed', () => {
    expect(asLatin('ЦЩ')).toBe('wo');
    expect(asCyrillic(',kjr')).toBe('блок');
    expect(asLatin(asCyrillic('release the package'))).toBe('release the package');
    expect(asCyrillic(asLatin('разрешить передачу'))).toBe('разрешить передачу');
  });
  it.each([['ЦЩ', 'Work orders'], [',kjr', 'Заблокировать хранилище'], ['ehtl', 'Уредомление'], ['хранилище забл', 'Заблокировать хранилище'], ['қойма', 'Қойманы бұғаттау'], ['койма', 'Қойманы бұғаттау'], ['LOCK', 'Lock the vault']])(
    '%j finds %j', (typed, name) => expect(isFoundIn(typed, [name])).toBe(true));
  it.each([['', 'Lock'], ['   ', 'Lock'], ['xyz', 'Lock the vault'], ['lock journal', 'Lock the vault']])('%j does not find %j', (typed, name) => expect(isFoundIn(typed, [name])).toBe(false));
  it('needs all its words in one name, not spread over the names of several languages', () => {
    expect(isFoundIn('lock хранилище', ['Lock the vault', 'Заблокировать хранилище'])).toBe(false);
  });
  it('folds Kazakh letters and ё', () => expect(foldForFinding('  Әлемдегі ЁЛКА ')).toBe('алемдеги елка'));
});
