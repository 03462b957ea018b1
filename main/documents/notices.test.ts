import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breachNotice, type BreachNotice } from '#app/documents/breach-notice.ts';
import { similarNotice, type SimilarNotice } from '#app/documents/similar-notice.ts';
import { loadForms } from './forms.ts';
import { assets, director, requisites, stationeryIn } from './golden/papers.ts';
import { documentHtml } from './html.ts';
import { documentText } from './text.ts';

const forms = loadForms(assets);
const press = stationeryIn(forms, 'ru', 'kk');
const seed = 20_261_122;

/** A fictional side of a similarity: every word of it is a token that occurs nowhere else. */
interface Side { state: string; body: string; ownNumber: string; ownDate: string; ourNumber: string; ourDate: string; noticeNumber: string; printEvent: string; degree: 'LOWER' | 'UPPER' }

const letters = (mark: string): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'qwxzjѫѣѵ73'), minLength: 6, maxLength: 14 }).map((text) => `${mark}${text}`);
const date = fc.tuple(fc.integer({ min: 1971, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const side = (mark: string): fc.Arbitrary<Side> =>
  fc.record({
    state: letters(`${mark}s`), body: letters(`${mark}b`), ownNumber: letters(`${mark}n`), ownDate: date, ourNumber: letters(`${mark}o`),
    ourDate: date, noticeNumber: letters(`${mark}k`), printEvent: letters(`${mark}p`), degree: fc.constantFrom('LOWER' as const, 'UPPER' as const),
  });

const similar = (own: Side): SimilarNotice => ({
  requisites: { ...requisites, number: own.noticeNumber, printEvent: own.printEvent },
  addressee: { state: own.state, body: own.body },
  ownDegree: own.degree,
  own: [{ ownNumber: own.ownNumber, ownDate: own.ownDate, ourNumber: own.ourNumber, ourDate: own.ourDate }],
  signature: director,
});
const breach = (own: Side): BreachNotice => ({
  ...similar(own), kind: 'loss', object: 'both', discoveredAt: '2026-06-02T16:40:00', measures: 'меры', circumstances: '', materials: similar(own).own,
});
const printed = (model: ReturnType<typeof similarNotice>): string => documentText(model) + documentHtml(model, '', 1);

/** What is left of a printed notice when the side's own words are taken out. */
function template(text: string, own: Side): string {
  const dmy = (civil: string): string => civil.split('-').toReversed().join('.');
  const css = (word: string): string => [...word].map((c) => (/[A-Za-z0-9 ]/.test(c) ? c : `\\${(c.codePointAt(0) ?? 0).toString(16)} `)).join('');
  const words = [own.state, own.body, own.ownNumber, own.ourNumber, own.noticeNumber, own.printEvent].flatMap((word) => [word, css(word)]);
  return [...words, dmy(own.ownDate), dmy(own.ourDate)].reduce((left, word) => left.replaceAll(word, '¤'), text);
}

describe('a notice to one side', () => {
  for (const [name, make] of [['of similar information', (own: Side) => similarNotice(press, similar(own))], ['of a breach', (own: Side) => breachNotice(press, breach(own))]] as const) {
    it(`${name} holds nothing of the other side`, () => {
      fc.assert(fc.property(side('ѧ'), side('ѱ'), (a, b) => {
        for (const [own, other] of [[a, b], [b, a]] as const) {
          const text = printed(make(own));
          for (const word of [own.state, own.body, own.ownNumber, own.ourNumber, own.noticeNumber]) expect(text).toContain(word);
          for (const word of [other.state, other.body, other.ownNumber, other.ourNumber, other.noticeNumber, other.printEvent]) expect(text).not.toContain(word);
        }
      }), { seed, numRuns: 50 });
    });
    it(`${name} differs from the other side's notice in nothing but the addressee's own words`, () => {
      fc.assert(fc.property(side('ѧ'), side('ѱ'), (a, b) => {
        expect(template(printed(make({ ...b, degree: a.degree })), b)).toBe(template(printed(make(a)), a));
      }), { seed, numRuns: 50 });
    });
  }
  it('prints nothing that its type does not name', () => {
    const own: Side = { state: 'С', body: 'О', ownNumber: '1', ownDate: '2026-05-01', ourNumber: '2', ourDate: '2026-05-02', noticeNumber: '3', printEvent: 'x', degree: 'LOWER' };
    const smuggled = { ...similar(own), other: 'ЧИНОР', similarTo: '09-31', requisites: { ...requisites, destinations: ['ЧИНОР'], copy: { n: 2, of: 2 } } };
    const text = printed(similarNotice(press, smuggled));
    expect(text).not.toMatch(/ЧИНОР|09-31/);
    expect(text).toContain('Экз. № 1 (из 1)');
    expect(text).toContain('Экз. № 1 — адресату');
    expect(text).not.toContain('Экз. № 2');
  });
  it('has the shipped scenario right: nothing of TJ-01 in the notice to UZ-01', () => {
    const lochin: Side = { state: 'Республика Узбекистан', body: 'Boshqarma „Lochin“', ownNumber: '4/118', ownDate: '2026-05-12', ourNumber: '26-000017', ourDate: '2026-05-14', noticeNumber: '5К-2183', printEvent: '9c1f04ab', degree: 'LOWER' };
    expect(printed(similarNotice(press, similar(lochin)))).not.toMatch(/TJ|Чинор|09-31|МАХФ|C3|Таджик|Тәжік/);
  });
});
