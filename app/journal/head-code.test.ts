import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headCode, headCodeHex, readHeadCode } from './head-code.ts';

const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const seq = fc.integer({ min: 1, max: 9_999_999_999 });

describe('the code of a printed head', () => {
  it('gives back the number and the beginning of the hash, however it is grouped', () => {
    fc.assert(fc.property(seq, hash, (n, of) => {
      const code = headCode(n, of);
      expect(code).toMatch(/^\d{40}$/);
      const read = { seq: n, hashStart: of.slice(0, headCodeHex) };
      expect(readHeadCode(code)).toEqual(read);
      expect(readHeadCode(` ${code.match(/.{4}/g)?.join(' ') ?? ''}\n`)).toEqual(read);
    }), { seed: 7 });
  });

  it('is refused with any one digit wrong and any two neighbours swapped', () => {
    fc.assert(fc.property(seq, hash, fc.nat(39), fc.integer({ min: 1, max: 9 }), (n, of, at, by) => {
      const code = headCode(n, of);
      const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);
      expect(readHeadCode(wrong)).toBeUndefined();
      const swapped = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
      if (swapped !== code && swapped.length === 40) expect(readHeadCode(swapped)).toBeUndefined();
    }), { seed: 7 });
  });

  it('is nothing of another length or with other signs', () => {
    for (const typed of ['', '1', '0'.repeat(40), '9'.repeat(41), `${'1'.repeat(39)}x`, headCode(1, 'f'.repeat(64)).slice(1)]) expect(readHeadCode(typed)).toBeUndefined();
    expect(() => headCode(0, 'f'.repeat(64))).toThrow(RangeError);
    expect(() => headCode(1, 'f')).toThrow(RangeError);
  });
});
