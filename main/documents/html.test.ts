import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registrationCard } from '#app/documents/registration-card.ts';
import { similarNotice } from '#app/documents/similar-notice.ts';
import { code128, dataMatrix } from './barcode.ts';
import { cssString, escapeHtml } from './escape.ts';
import { loadForms } from './forms.ts';
import { assets, card, director, formCodes, lochin, paperOf, requisites, stationeryIn } from './golden/papers.ts';
import { documentHtml } from './html.ts';
import { documentText } from './text.ts';

const ru = stationeryIn(loadForms(assets), 'ru');

describe('hostile text', () => {
  const evil = `"><script>alert(1)</script></style><img src=x onerror=y>' } @import "z"; \u202Etxt.exe`;
  it('is text in every place of a paper', () => {
    const attributes = [{ name: evil, value: evil }];
    const model = registrationCard(ru, {
      ...card, originator: evil, summary: evil, restrictions: [evil], requisites: { ...requisites, number: evil, file: evil, destinations: [evil] },
      asReceived: { ...card.asReceived, marking: evil, evaluation: evil, attributes },
    });
    const html = documentHtml(model, '', 1);
    expect(html).not.toMatch(/<script|<img src=x|@import "z"/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toContain('\u202E');
    expect(html).toContain('[U+202E]');
    expect(documentText(model)).toContain('"><script>alert(1)</script>');
  });
  it('cannot leave HTML text or a CSS string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      expect(cssString(text)).toMatch(/^"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"$/);
    }), { seed: 20_261_122 });
  });
  it('in the margin is cut to a line', () => {
    expect(cssString('9'.repeat(10_000)).length).toBeLessThan(60);
    const html = documentHtml(registrationCard(ru, { ...card, requisites: { ...requisites, number: '9'.repeat(500) } }), '', 1);
    expect(html).toMatch(/@bottom-left[^}]*\\2026 " "[^"]*" "[^"]*1 [^"]*2[^"]*"/);
  });
});

describe('the page', () => {
  it('loads nothing and runs nothing', () => {
    for (const form of formCodes) {
      const html = documentHtml(paperOf(form, ru), '', 1);
      expect(html, form).toContain("default-src 'none'");
      expect(html, form).not.toMatch(/https?:|<script|<link|javascript:/i);
      expect(html, form).toContain('<title></title>');
    }
  });
  it('leaves the back away until the sheets are counted', () => {
    const model = paperOf('P9', ru);
    expect(documentHtml(model, '', null)).not.toContain('class="back"');
    expect(documentHtml(model, '', 1)).toContain('class="back"');
  });
  it('is the same for the same model', () => {
    const make = (): string => documentHtml(similarNotice(ru, {
      requisites, addressee: lochin, ownDegree: 'LOWER', own: [{ ownNumber: '1', ownDate: '', ourNumber: '2', ourDate: '2026-05-02' }], signature: director,
    }), '', 1);
    expect(make()).toBe(make());
  });
});

describe('bar codes', () => {
  it('are made of digits only', () => {
    expect(code128('1234567890')).toMatch(/^<svg/);
    expect(dataMatrix('1234567890')).toMatch(/^<svg/);
    for (const bad of ['', 'UZ-01', '12 34', '١٢٣', '1'.repeat(41)]) expect(() => code128(bad), bad).toThrow(RangeError);
  });
});
