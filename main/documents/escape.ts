import { visible } from '#app/documents/visible.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as HTML text or attribute: nothing in it is markup, nothing in it is unseen. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A margin box has one line: a longer number is cut and says so. */
const marginLimit = 40;

/** Any text as a CSS string. All but Latin letters, digits and blanks are escaped by code, so it cannot end the string or the style. */
export function cssString(text: string): string {
  const seen = [...visible(text).replaceAll(/\s+/g, ' ')];
  const cut = seen.length > marginLimit ? [...seen.slice(0, marginLimit), '…'] : seen;
  return `"${cut.map((character) => (/[A-Za-z0-9 ]/.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`;
}
