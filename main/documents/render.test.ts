import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { journalPage } from '#app/documents/journal-page.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import { registrationCard } from '#app/documents/registration-card.ts';
import { chromiumBinary } from '#main/shell/chromium/binary.ts';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import { inlineFonts } from './fonts.ts';
import { loadForms } from './forms.ts';
import { assets, card, journalEntries, paperOf, requisites, stationeryIn } from './golden/papers.ts';
import { pageCount } from './pages.ts';
import { renderPdf } from './render.ts';

const forms = loadForms(assets);
const fonts = inlineFonts(assets);
const ru = stationeryIn(forms, 'ru');

/** Text of each page, pieces joined without blanks being invented. */
async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const texts: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const content = await (await document.getPage(n)).getTextContent();
    texts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' '));
  }
  await loading.destroy();
  return texts;
}

const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const families = (pdf: Uint8Array): Set<string> => new Set([...latin1(pdf).matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g)].map((match) => match[1] ?? ''));

describe('counting pages', () => {
  it('refuses bytes in which no page can be seen', () => {
    expect(() => pageCount(new TextEncoder().encode('%PDF-1.4'))).toThrow(RangeError);
  });
  it('takes page objects, or the tree where objects are packed away', () => {
    expect(pageCount(new TextEncoder().encode('<</Type /Page>> <</Type/Page /X 1>> <</Type /Pages /Count 2>>'))).toBe(2);
    expect(pageCount(new TextEncoder().encode('<</Type /Pages /Count 7>>'))).toBe(7);
  });
});

describe.skipIf(chromiumBinary() === undefined)('papers as PDF', () => {
  const printer = createChromiumPrinter();
  afterAll(() => printer.close());
  const make = (model: DocumentModel) => renderPdf(model, printer, fonts);

  it('are set in the one family, say nothing of the machine, and count their sheets', async () => {
    for (const [form, language] of [['P3', 'en'], ['P4', 'ru'], ['P6', 'kk'], ['P9', 'ru']] as const) {
      const { pdf, pages } = await make(paperOf(form, stationeryIn(forms, language, form === 'P9' ? 'kk' : null)));
      expect([...families(pdf)].every((name) => /^NotoSans-(Regular|Bold)$/.test(name)), `${form}: ${[...families(pdf)].join()}`).toBe(true);
      expect(latin1(pdf), form).not.toMatch(/Chrome|Mozilla|Skia|CreationDate|about:blank/);
      expect((await pageTexts(pdf)).length, form).toBe(pages);
    }
  });

  it('carry grif, number, copy and sheet on each sheet, and the back says which sheet it is the back of', async () => {
    const long = journalPage(ru, {
      requisites: { ...requisites, number: 'Ж-26/5' }, degree: 'UPPER', from: '2026-05-14', to: '2026-05-20', entries: journalEntries(90),
      head: { seq: 300, hash: 'ab'.repeat(32) }, brokenAt: null, keptBy: 'сотрудник Р-1',
    });
    const { pdf, pages } = await make(long);
    const texts = await pageTexts(pdf);
    const sheets = pages - 1;
    expect(sheets).toBeGreaterThan(3);
    for (const [index, text] of texts.slice(0, sheets).entries()) {
      expect(text.match(/Центр 001/g)).toHaveLength(2);
      expect(text).toContain('рег. № Ж-26/5');
      expect(text).toContain('Экз. № 1 (из 2)');
      expect(text).toContain(`лист ${index + 1} из ${sheets}`);
      const rows = text.match(/материал зарегистрирован/g)?.length ?? 0;
      if (rows > 0) expect(text, `head of the table on sheet ${index + 1}`).toContain('Действие');
    }
    expect(texts.join(' ').match(/материал зарегистрирован/g)).toHaveLength(90);
    expect(texts.at(-1)).toContain(`оборот листа ${sheets}`);
    expect(texts.at(-1)).toContain('Отпечатано экземпляров: 2');
  });

  it('wrap words of ten thousand letters and lose none of them', async () => {
    const model = registrationCard(ru, { ...card, summary: 'Ж'.repeat(10_000), restrictions: ['W'.repeat(10_000)] });
    const text = (await pageTexts((await make(model)).pdf)).join('').replace(/\s/g, '');
    expect(text.match(/Ж/g)?.length).toBe(10_000);
    expect(text.match(/W/g)?.length).toBe(10_000);
  });

  it('keep the letters of all eight languages readable', async () => {
    const words = 'ұғқөүңһәі ҳӯҷӣ ўғқ oʻgʻ maʼno ңөү əğışçİ äňýž';
    const { pdf } = await make(registrationCard(ru, { ...card, summary: words }));
    expect((await pageTexts(pdf)).join(' ')).toContain(words);
    expect([...families(pdf)].toSorted()).toEqual(['NotoSans-Bold', 'NotoSans-Regular']);
  });
});
