import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addresseeFor, agreedChannel, authorisedBodies, bodyOn, channelCarries, checkBody, competentBodyOf, findBody, isListed, listingsOf, namesHeirUnasked, rightsHolder, successionLine } from './bodies.ts';
import { addDays } from './civilDate.ts';
import type { Body } from './bodies.ts';

// Bodies, names and letters are fictional.
function body(code: string, more: Partial<Body> = {}): Body {
  return {
    code, state: 'KZ', kind: 'authorised', names: { ru: code, kk: code, en: code }, listedFrom: '2026-04-09', listedTo: null,
    notifyingLetter: { number: '1-1', date: '2026-04-01', channel: 'diplomatic' }, channels: [], ...more,
  };
}

test('listed from the first day to the last, both included', () => {
  const one = body('KZ-01', { listedTo: '2026-12-31' });
  expect(['2026-04-08', '2026-04-09', '2026-12-31', '2027-01-01'].map((date) => isListed(one, date))).toEqual([false, true, true, false]);
  expect(isListed(body('KZ-01'), '2999-01-01')).toBe(true);
});

test('unreal dates list nobody', () => {
  expect(isListed(body('KZ-01', { listedFrom: 'long ago' }), '2026-05-01')).toBe(false);
  expect(isListed(body('KZ-01', { listedTo: '2026-02-30' }), '2026-05-01')).toBe(false);
  expect(isListed(body('KZ-01'), 'today')).toBe(false);
});

test('the competent body is the one, not none and not two', () => {
  const [a, b] = [body('KZ-90', { kind: 'competent' }), body('KZ-91', { kind: 'competent' })];
  expect(competentBodyOf('KZ', [a, body('KZ-01')], '2026-05-01')?.code).toBe('KZ-90');
  expect(competentBodyOf('KZ', [a, b], '2026-05-01')).toBeNull();
  expect(competentBodyOf('UZ', [a], '2026-05-01')).toBeNull();
  expect(authorisedBodies([a, body('KZ-01'), body('KZ-02', { listedTo: '2026-04-30' })], '2026-05-01').map((one) => one.code)).toEqual(['KZ-01']);
});

describe('successors', () => {
  const gone = body('KZ-01', { listedTo: '2026-06-30', successor: 'KZ-02' });
  const heir = body('KZ-02', { listedFrom: '2026-07-01' });
  const competent = body('KZ-90', { kind: 'competent' });

  test('rights follow the written notice, through a chain and never round a circle', () => {
    expect(rightsHolder('KZ-01', [gone, heir])).toBe('KZ-02');
    expect(rightsHolder('KZ-02', [gone, heir])).toBe('KZ-02');
    expect(rightsHolder('ZZ-99', [])).toBe('ZZ-99');
    expect(successionLine('KZ-01', [gone, { ...heir, successor: 'KZ-01' }])).toEqual(['KZ-01', 'KZ-02']);
  });

  test('a notice goes to the body, its successor, or its competent body', () => {
    const all = [gone, heir, competent];
    expect(addresseeFor('KZ-01', all, '2026-06-01')?.code).toBe('KZ-01');
    expect(addresseeFor('KZ-01', all, '2026-07-01')?.code).toBe('KZ-02');
    expect(addresseeFor('KZ-01', [{ ...gone, successor: null }, competent], '2026-07-01')?.code).toBe('KZ-90');
    expect(addresseeFor('KZ-01', [gone, competent], '2026-07-01')?.code).toBe('KZ-90');
    expect(addresseeFor('OB-01', [body('OB-01', { state: null, kind: 'observer', listedTo: '2026-05-01' })], '2026-07-01')).toBeNull();
    expect(addresseeFor('CENTRE', [body('CENTRE', { state: 'CENTRE', kind: 'centre', listedTo: '2026-05-01' })], '2026-07-01')).toBeNull();
    expect(addresseeFor('ZZ-99', all, '2026-07-01')).toBeNull();
    expect(findBody('ZZ-99', all)).toBeNull();
  });
});

test('a channel carries up to its degree and only if agreed', () => {
  const one = body('KZ-01', { channels: [{ name: 'courier', highest: 'LOWER', reference: '5/1' }, { name: 'bag', highest: 'UPPER', reference: ' ' }] });
  const courier = agreedChannel(one, 'courier');
  expect(courier !== null && channelCarries(courier, 'LOWER')).toBe(true);
  expect(courier !== null && channelCarries(courier, 'UPPER')).toBe(false);
  expect(agreedChannel(one, 'bag')).toBeNull();
  expect(agreedChannel(one, 'post')).toBeNull();
});

describe('recording a body', () => {
  const codes = (more: Partial<Body>, others: readonly Body[] = [], code = 'KZ-01') => checkBody(body(code, more), others).map((refusal) => refusal.code);

  test('sound ones pass', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ state: 'CENTRE', kind: 'centre' }, [], 'CENTRE')).toEqual([]);
    expect(codes({ state: null, kind: 'observer' }, [], 'OB-01')).toEqual([]);
  });

  test('everything wrong is said at once', () => {
    expect(codes({ state: 'UZ', listedTo: '2026-01-01', notifyingLetter: { number: '', date: '2026-04-01', channel: '' } })).toEqual([
      'body.listingEndsBeforeStart', 'body.letterMissing', 'body.stateMismatch',
    ]);
    expect(codes({ listedFrom: '2026-02-30', notifyingLetter: { number: '1', date: 'x', channel: '' } })).toEqual(['date.invalid', 'body.letterMissing']);
    expect(codes({ listedTo: '2026-02-30' })).toEqual(['date.invalid']);
    expect(codes({ state: null })).toEqual(['body.stateMismatch']);
    expect(codes({ state: 'KZ', kind: 'centre' }, [], 'CENTRE')).toEqual(['body.stateMismatch']);
    expect(codes({ state: 'CENTRE', kind: 'thirdParty' }, [], 'TP-01')).toEqual(['body.stateMismatch']);
  });

  test('a State has one competent body at a time', () => {
    const first = body('KZ-90', { kind: 'competent', listedTo: '2026-12-31' });
    expect(codes({ kind: 'competent' }, [first])).toEqual(['body.competentExists']);
    expect(codes({ kind: 'competent', listedFrom: '2026-12-31' }, [first])).toEqual(['body.competentExists']);
    expect(codes({ kind: 'competent', listedFrom: '2027-01-01' }, [first])).toEqual([]);
    expect(codes({ kind: 'competent', listedFrom: '2026-01-01', listedTo: '2026-04-08' }, [first])).toEqual([]);
    expect(codes({ kind: 'competent' }, [first], 'KZ-90')).toEqual([]);
    expect(codes({ kind: 'competent', listedFrom: '2026-01-01' }, [{ ...first, listedTo: null }])).toEqual(['body.competentExists']);
  });
});

describe('a body on a date', () => {
  const listedOn = (versions: readonly Body[], date: string) => {
    const found = bodyOn(versions, date);
    return found !== undefined && isListed(found, date);
  };

  test('a second listing takes away no earlier one, and nothing lies between the two', () => {
    const versions = [body('KZ-01', { listedTo: '2026-06-30' }), body('KZ-01', { listedFrom: '2026-09-01', names: { ru: 'Новое', kk: 'Жаңа', en: 'New' } })];
    expect(['2026-04-08', '2026-05-01', '2026-06-30', '2026-07-01', '2026-08-31', '2026-09-01'].map((date) => listedOn(versions, date))).toEqual([false, true, true, false, false, true]);
    expect(bodyOn(versions, '2026-05-01')?.names.ru).toBe('Новое');
  });

  test('a later recording of the same listing stands in place of the first', () => {
    const versions = [body('KZ-01'), body('KZ-01', { listedTo: '2026-05-31' })];
    expect(listedOn(versions, '2026-05-31')).toBe(true);
    expect(listedOn(versions, '2026-06-01')).toBe(false);
    expect(listingsOf(versions)).toEqual([versions[1]]);
  });

  test('before the first listing it is known and not listed; without versions it is unknown', () => {
    expect(bodyOn([body('KZ-01')], '2026-01-01')?.code).toBe('KZ-01');
    expect(listedOn([body('KZ-01')], '2026-01-01')).toBe(false);
    expect(bodyOn([], '2026-05-01')).toBeUndefined();
    expect(listingsOf([])).toEqual([]);
  });

  test('rights pass on the day of the written notice, not before, and a name given by mistake is taken back', () => {
    const letter = { number: '2-2', date: '2026-07-05', channel: 'diplomatic' };
    const versions = [body('KZ-01'), body('KZ-01', { listedTo: '2026-06-30', successor: 'KZ-02', notifyingLetter: letter })];
    const heirOn = (date: string, more: readonly Body[] = []) => bodyOn([...versions, ...more], date)?.successor;
    expect(['2026-05-01', '2026-07-04', '2026-07-05', '2027-01-01'].map((date) => heirOn(date))).toEqual([null, null, 'KZ-02', 'KZ-02']);
    // Recorded once more by a later letter, the rights do not come back in between.
    expect(heirOn('2026-07-10', [body('KZ-01', { listedTo: '2026-06-30', successor: 'KZ-02', notifyingLetter: { ...letter, date: '2026-09-01' } })])).toBe('KZ-02');
    expect(heirOn('2026-07-10', [body('KZ-01', { listedTo: '2026-06-30', notifyingLetter: letter })])).toBeNull();
  });

  test('a successor needs a letter of its own', () => {
    const before = body('KZ-01');
    expect(namesHeirUnasked({ ...before, successor: 'KZ-02' }, before)).toBe(true);
    expect(namesHeirUnasked({ ...before, successor: 'KZ-02', notifyingLetter: { ...before.notifyingLetter, number: '9-9' } }, before)).toBe(false);
    expect(namesHeirUnasked({ ...before, successor: 'KZ-02', notifyingLetter: { ...before.notifyingLetter, date: '2026-07-01' } }, before)).toBe(false);
    expect(namesHeirUnasked({ ...before, successor: 'KZ-02' }, { ...before, successor: 'KZ-02' })).toBe(false);
    expect(namesHeirUnasked({ ...before, successor: 'KZ-02' }, undefined)).toBe(false);
    expect(namesHeirUnasked(before, before)).toBe(false);
  });

  test('the periods say the same of every day as the versions do, and never overlap', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-04-01', n));
    const version = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 30 }))).map(([listedFrom, length]) => body('KZ-01', { listedFrom, listedTo: length === null ? null : addDays(listedFrom, length) }));
    fc.assert(fc.property(fc.array(version, { minLength: 1, maxLength: 6 }), fc.integer({ min: -1, max: 95 }).map((n) => addDays('2026-04-01', n)), (versions, date) => {
      const periods = listingsOf(versions);
      const now = periods.filter((period) => isListed(period, date));
      expect(now.length).toBe(listedOn(versions, date) ? 1 : 0);
    }), { seed: 5, numRuns: 3000 });
  });
});
