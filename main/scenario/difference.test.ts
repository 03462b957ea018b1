import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { entryOf, methods } from '#app/contract/index.ts';
import { difference, operatorNames } from './difference.ts';
import { filled, partAt, ValueError } from './values.ts';

describe('an expectation is met by', () => {
  test.each<[string, unknown, unknown]>([
    ['an object with more in it', { a: 1 }, { a: 1, b: 2 }],
    ['an array with the same places', [{ a: 1 }, 2], [{ a: 1, b: 2 }, 2]],
    ['a list that contains one', { contains: { a: 1 } }, [{ a: 2 }, { a: 1, b: 1 }]],
    ['a text that contains each', { contains: ['ab', 'c'], notContains: 'd' }, 'abc'],
    ['a list that contains none of these', { notContains: [{ a: 1 }, 5] }, [{ a: 2 }]],
    ['the same elements in another order', { exactly: [{ a: 1 }, { a: 2 }] }, [{ a: 2 }, { a: 1 }]],
    ['elements one after another', { inOrder: [1, 3] }, [0, 1, 2, 3]],
    ['each element', { each: { ok: true }, length: 2 }, [{ ok: true, n: 1 }, { ok: true }]],
    ['a pattern', { matches: '^№ \\p{L}{2}$' }, '№ ОК'],
    ['a number at least as great', { atLeast: 3 }, 3],
    ['null by null', { a: null }, { a: null }],
  ])('%s', (_, expected, actual) => expect(difference(expected, actual)).toBeNull());
});

describe('an expectation is not met by', () => {
  test.each<[string, unknown, unknown, string]>([
    ['a missing key', { a: { b: 1 } }, { a: {} }, 'a.b'],
    ['a key of the prototype', { toString: { atLeast: 0 } }, {}, 'toString'],
    ['null for an object', { a: { b: 1 } }, { a: null }, 'a'],
    ['an array that is longer', [1], [1, 2], ''],
    ['an array for an object', { a: { length: 0, b: 1 } }, { a: [] }, 'a'],
    ['another order by place', { a: [1, 2] }, { a: [2, 1] }, 'a[0]'],
    ['one element for two expected', { exactly: [{ a: 1 }, { a: 1 }] }, [{ a: 1, b: 1 }, { a: 2 }], ''],
    ['elements too many', { exactly: [1] }, [1, 1], ''],
    ['elements in the wrong order', { inOrder: [3, 1] }, [1, 2, 3], ''],
    ['text in other letters', { contains: 'TJ' }, 'tj', ''],
    ['something that is no text', { notContains: 'TJ' }, null, ''],
    ['one element of each', { each: { ok: true } }, [{ ok: true }, { ok: false }], '[1].ok'],
    ['a number as text', { n: 1 }, { n: '1' }, 'n'],
  ])('%s', (_, expected, actual, place) => expect(difference(expected, actual)).toMatchObject({ place }));
});

const plain = fc.jsonValue({ maxDepth: 3 }).filter((value) => !operatorNames.some((name) => JSON.stringify(value).includes(`"${name}"`)));

test('every answer meets an expectation of itself, and one with a key more does not', () => {
  fc.assert(fc.property(plain, (value) => {
    expect(difference(value, value)).toBeNull();
    expect(difference({ 'none such': value }, { other: value })).not.toBeNull();
  }), { seed: 20261122, numRuns: 300 });
});

test('no answer of the contract has a field that reads as an operator', () => {
  for (const method of methods) {
    const answer = JSON.stringify(z.toJSONSchema(entryOf(method)?.answer ?? z.never(), { unrepresentable: 'any', io: 'output' }));
    const fields = [...answer.matchAll(/"properties":\{[^]*?\}/g)].join('');
    for (const name of operatorNames) expect([method, fields.includes(`"${name}":{`)]).toEqual([method, false]);
  }
});

describe('values', () => {
  const saved = new Map<string, unknown>([['id', 'abc'], ['list', [1, 2]]]);
  test('stand in their own type, inside a text as text, and a doubled dollar for itself', () => {
    expect(filled({ a: '$list', b: ['x ${id} y'], c: '$$id', d: 5, e: '$5' }, saved)).toEqual({ a: [1, 2], b: ['x abc y'], c: '$id', d: 5, e: '$5' });
    expect(() => filled('${none}', saved)).toThrow(ValueError);
  });

  test('are taken from an answer by a path', () => {
    const answer = { rows: [{ id: 'a', to: 'KZ-01' }, { id: 'b', to: 'UZ-01' }], n: 0 };
    expect(partAt(answer, 'rows[1].id')).toBe('b');
    expect(partAt(answer, 'rows[to=UZ-01].id')).toBe('b');
    expect(partAt(answer, 'n')).toBe(0);
    for (const path of ['rows[2].id', 'rows[to=RU-01].id', 'none', 'n.x', 'rows..id', 'constructor', '[[']) expect(() => partAt(answer, path)).toThrow(ValueError);
  });
});
