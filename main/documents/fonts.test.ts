import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inlineFonts } from './fonts.ts';
import { assets } from './golden/papers.ts';

/** Table tags of the WOFF2 directory in the order of their numbers (W3C WOFF2, 4.1); `cmap` is 0. */
const cmapFlag = 0;
const [glyfFlag, locaFlag] = [10, 11];

/** Code points of a WOFF2 file, from its format 4 and 12 character maps. */
function codePoints(file: Buffer): Set<number> {
  const tables = file.readUInt16BE(12);
  let at = 48;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 127);
      if ((byte & 128) === 0) return value;
    }
  };
  let offset = 0;
  let cmap = -1;
  for (let index = 0; index < tables; index += 1) {
    const flags = file.readUInt8(at);
    at += 1;
    const tag = flags & 63;
    if (tag === 63) at += 4;
    const length = base128();
    const version = flags >> 6;
    const transformed = tag === glyfFlag || tag === locaFlag ? version === 0 : version !== 0;
    const stored = transformed ? base128() : length;
    if (tag === cmapFlag) cmap = offset;
    offset += stored;
  }
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  const found = new Set<number>();
  for (let index = 0; index < data.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + data.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (data.readUInt16BE(table) === 4) {
      const segments = data.readUInt16BE(table + 6) / 2;
      for (let segment = 0; segment < segments; segment += 1) {
        const end = data.readUInt16BE(table + 14 + segment * 2);
        const start = data.readUInt16BE(table + 16 + segments * 2 + segment * 2);
        for (let code = start; code <= end && code !== 0xffff; code += 1) found.add(code);
      }
    } else if (data.readUInt16BE(table) === 12) {
      for (let group = 0; group < data.readUInt32BE(table + 12); group += 1) {
        const start = data.readUInt32BE(table + 16 + group * 12);
        for (let code = start; code <= data.readUInt32BE(table + 20 + group * 12); code += 1) found.add(code);
      }
    }
  }
  return found;
}

const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const latin = 'abcdefghijklmnopqrstuvwxyz';
const alphabets: Record<string, string> = {
  ru: cyrillic,
  kk: `${cyrillic}әғқңөұүһі`,
  uzLatin: `${latin}\u02BB\u02BC`,
  uzCyrillic: `${cyrillic}ўқғҳ`,
  tg: `${cyrillic}ғӣқӯҳҷ`,
  ky: `${cyrillic}ңөү`,
  az: `${latin}çəğıöşüİ`,
  tk: `${latin}çäňöşüýž`,
  en: latin,
  signs: '0123456789№§«»„“”‘’–—…·•−←→≤≥≠₸%()[]{}<>/\\|@#&*+=~^"\'\u00A0\u202F',
};

describe('the bundled family', () => {
  for (const face of ['regular', 'bold']) {
    const has = codePoints(readFileSync(`${assets}/fonts/noto-sans-${face}.woff2`));
    for (const [name, letters] of Object.entries(alphabets)) {
      it(`${face} has every letter of ${name}, large and small`, () => {
        const wanted = [...letters, ...letters.toUpperCase()].filter((letter) => !has.has(letter.codePointAt(0) ?? 0));
        expect(wanted).toEqual([]);
      });
    }
    it(`${face} does not claim letters that it has not`, () => {
      expect(has.has(0x4e2d)).toBe(false);
      expect(has.size).toBeGreaterThan(1500);
    });
  }
  it('is put inside a paper whole', () => {
    const css = inlineFonts(assets);
    expect(css.match(/url\('data:font\/woff2;base64,/g)).toHaveLength(2);
    expect(css).not.toContain("url('./");
  });
});
