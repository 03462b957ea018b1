import type { Language } from './plurals.ts';

/** The Kazakh alphabet in its own order; Chromium has no Kazakh collation. */
const kazakh = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const russian = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';

function orderOf(letters: string): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const latin of 'abcdefghijklmnopqrstuvwxyz') order.set(latin, order.size + 1);
  for (const letter of letters) order.set(letter, order.size + 1);
  return order;
}

const orders: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  ru: orderOf(russian),
  kk: orderOf(kazakh),
  en: orderOf(russian),
};

const beyond = 0xfff;

/**
 * A key that sorts by plain comparison of strings: digits (as numbers), Latin, then Cyrillic in the
 * language's own order; case and punctuation are set aside. Foreign letters fall behind their base letter,
 * or behind all others.
 */
export function sortKey(text: string, language: Language): string {
  const order = orders[language];
  let key = '';
  for (const [token] of text.normalize('NFC').toLowerCase().matchAll(/\d+|[^]/gu)) {
    if (/^\d/.test(token)) {
      const digits = token.replace(/^0+(?=\d)/, '');
      key += `\u1001${String.fromCharCode(0x1000 + Math.min(digits.length, beyond))}${digits}`;
      continue;
    }
    const place = order.get(token) ?? order.get(token.normalize('NFD').charAt(0));
    if (place !== undefined) key += String.fromCharCode(0x1000 + place * 2 + (order.has(token) ? 0 : 1));
    else if (/\p{Z}/u.test(token)) key += '\u1000';
    else if (!/[\p{P}\p{C}]/u.test(token)) key += String.fromCharCode(0x1000 + beyond);
  }
  return key;
}

/** Comparator for lists shown in the language; equal keys fall back to the strings themselves. */
export function inOrderOf(language: Language): (a: string, b: string) => number {
  return (a, b) => {
    const left = sortKey(a, language);
    const right = sortKey(b, language);
    if (left !== right) return left < right ? -1 : 1;
    return a === b ? 0 : a < b ? -1 : 1;
  };
}
