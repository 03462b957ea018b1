/**
 * Characters that have no picture or turn the line around. On paper they would let a text look like
 * another one, so each is printed as its code; the stored text keeps them byte for byte (Art. 11).
 * Line feed and tab are layout; U+00A0 and U+202F are blanks and stay.
 */
const unseen =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]|\p{Surrogate}/gu;

/** More marks on one letter than any of our languages needs would cover the lines above and below. */
const piled = /(\p{M}{3})(\p{M}+)/gu;

const code = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Text as it may stand on paper: unseen characters as `[U+202E]`, line ends as line feeds. */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(unseen, code)
    .replace(piled, (_, kept: string, rest: string) => kept + [...rest].map(code).join(''));
}
