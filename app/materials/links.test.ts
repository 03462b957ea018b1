import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBelow } from '#app/agreement/grif.ts';
import type { Degree } from '#app/agreement/grif.ts';
import { checkLink, closure, derivatives, isLinkType, isSymmetric, supplementRules } from './links.ts';
import type { Link } from './links.ts';
import { productBasis } from './product.ts';
import type { SourceRecord } from './product.ts';

const links: readonly Link[] = [
  { type: 'similar', from: 'a', to: 'b' }, { type: 'supplementOf', from: 's', to: 'a' },
  { type: 'derivedFrom', from: 'p', to: 'a' }, { type: 'derivedFrom', from: 'q', to: 'p' },
];
const codes = (type: string, from: string, to: string) => checkLink({ type, from, to }, links).map((refusal) => refusal.code);

describe('links', () => {
  test('similar runs both ways, a supplement one way', () => {
    expect(isSymmetric('similar')).toBe(true);
    expect(isSymmetric('supplementOf')).toBe(false);
    expect(codes('similar', 'b', 'a')).toEqual(['link.exists']);
    expect(codes('duplicate', 'b', 'a')).toEqual([]);
    expect(codes('supplementOf', 's', 'a')).toEqual(['link.exists']);
  });
  test('nothing supplements or derives from itself, directly or round about', () => {
    expect(codes('similar', 'a', 'a')).toEqual(['link.toItself']);
    expect(codes('supplementOf', 'a', 's')).toEqual(['link.cycle']);
    expect(codes('derivedFrom', 'a', 'q')).toEqual(['link.cycle']);
    expect(codes('answers', 'a', 's')).toEqual([]);
    expect(codes('merge', 'a', 'a')).toEqual(['link.toItself', 'link.typeUnknown']);
    expect(isLinkType('merge')).toBe(false);
  });
  test('closures are transitive and end even in a circle', () => {
    expect([...closure('q', 'derivedFrom', links)].toSorted()).toEqual(['a', 'p']);
    expect([...derivatives('a', links)].toSorted()).toEqual(['p', 'q']);
    const circle: readonly Link[] = [{ type: 'derivedFrom', from: 'x', to: 'y' }, { type: 'derivedFrom', from: 'y', to: 'x' }];
    expect([...closure('x', 'derivedFrom', circle)].toSorted()).toEqual(['x', 'y']);
  });
  test('a supplement inherits nothing, and another body\'s is told of neutrally', () => {
    expect(supplementRules.ownFields).toContain('consents');
    expect(supplementRules.noticeKind('UZ-01', 'UZ-01')).toBe('none');
    expect(supplementRules.noticeKind('UZ-01', 'TJ-01')).toBe('similar');
  });
});

describe('a product of the Centre', () => {
  const record = (id: string, degree: Degree, originator: string | null, sources: readonly string[] = []): readonly [string, SourceRecord] => [id, { id, degree, originator, sources }];
  /** Scenario S5, fictional. */
  const records = new Map([
    record('S1', 'LOWER', 'UZ-01'), record('S2', 'LOWER', 'TJ-01'), record('S4', 'UPPER', 'UZ-01'), record('K', 'LOWER', 'RU-01'),
    record('review', 'UPPER', null, ['S1', 'S4']), record('hollow', 'LOWER', null), record('torn', 'LOWER', null, ['gone']),
    record('loop', 'LOWER', null, ['loop', 'S1']),
  ]);

  test('S5: the highest degree, and every contributor with its own materials', () => {
    expect(productBasis(['S1', 'S2', 'S4', 'K'], records)).toEqual({
      degree: 'UPPER', sourceIds: ['K', 'S1', 'S2', 'S4'],
      contributors: [{ body: 'RU-01', materialIds: ['K'] }, { body: 'TJ-01', materialIds: ['S2'] }, { body: 'UZ-01', materialIds: ['S1', 'S4'] }],
    });
  });
  test('a source quoted through another product counts in full', () => {
    expect(productBasis(['review', 'S2'], records)?.contributors.map((one) => one.body)).toEqual(['TJ-01', 'UZ-01']);
    expect(productBasis(['loop'], records)?.sourceIds).toEqual(['S1', 'loop']);
  });
  test('no source, a source unknown, or nobody behind it: no product', () => {
    expect(productBasis([], records)).toBeNull();
    expect(productBasis(['S1', 'torn'], records)).toBeNull();
    expect(productBasis(['hollow'], records)).toBeNull();
  });
  test('a further source never lowers the grif', () => {
    const ids = fc.shuffledSubarray(['S1', 'S2', 'S4', 'K', 'review'], { minLength: 1 });
    fc.assert(fc.property(ids, fc.constantFrom('S1', 'S4', 'K'), (sources, more) => {
      const [before, after] = [productBasis(sources, records), productBasis([...sources, more], records)];
      if (before === null || after === null) throw new Error('a product was expected');
      expect(isBelow(after.degree, before.degree)).toBe(false);
    }), { seed: 41 });
  });
});
