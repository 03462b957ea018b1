import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from './visible.ts';

describe('text on paper', () => {
  it('shows what turns the line around or has no picture', () => {
    expect(visible('\u202Efdp.exe')).toBe('[U+202E]fdp.exe');
    expect(visible('a\u0000b\u200Bc\u2066d\uFEFFe\u00ADf')).toBe('a[U+0000]b[U+200B]c[U+2066]d[U+FEFF]e[U+00AD]f');
    expect(visible('x\u{E0041}')).toBe('x[U+E0041]');
    expect(visible('half \uD83D')).toBe('half [U+D83D]');
  });
  it('leaves the letters of our eight languages alone, apostrophes of Uzbek too', () => {
    const text = 'әғқңөұүһі ғӣқӯҳҷ ўқғҳ oʻgʻ maʼlumot ңөү əğıöşüç äňöşüýž No\u00A01';
    expect(visible(text)).toBe(text);
  });
  it('keeps line ends, and shows a lone carriage return', () => {
    expect(visible('a\r\nb\nc\td')).toBe('a\nb\nc\td');
    expect(visible('a\rb')).toBe('a[U+000D]b');
  });
  it('lets no more than three marks pile up on a letter', () => {
    expect(visible(`e${'\u0301'.repeat(5)}`)).toBe(`e${'\u0301'.repeat(3)}[U+0301][U+0301]`);
  });
  it('never lets a format or control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const seen = visible(text);
        expect(seen).not.toMatch(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200E\u200F]|\p{Surrogate}/u);
        expect(visible(seen)).toBe(seen);
      }),
      { seed: 20_261_122 },
    );
  });
});
