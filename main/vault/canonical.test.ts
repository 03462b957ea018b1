import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';

describe('the canonical form', () => {
  it('is that of RFC 8785', () => {
    expect(canonical({ b: [1, 1e21, 0.002, -0], a: { '\u20ac': '€\u0000', '\r': 'кавычка "', '1': true } })).toBe('{"a":{"\\r":"кавычка \\"","1":true,"€":"€\\u0000"},"b":[1,1e+21,0.002,0]}');
    expect(canonical({ '\ud83d\ude00': 1, '\ufb33': 2 })).toBe('{"\ud83d\ude00":1,"\ufb33":2}');
  });

  it('is the same for every order of keys and says the same value', () => {
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      const text = canonical(json);
      expect(JSON.parse(text)).toEqual(json);
      if (typeof json === 'object' && json !== null && !Array.isArray(json)) expect(canonical(Object.fromEntries(Object.entries(json).toReversed()))).toBe(text);
    }), { seed: 20261122 });
  });

  it('does not exist for what JSON cannot carry', () => {
    for (const value of [Number.NaN, Infinity, '\ud800', { '\udc00': 1 }, new Date(0), new Map(), 1n, Symbol('x')]) {
      expect(() => canonical(value as unknown as Json)).toThrow(TypeError);
    }
  });
});
