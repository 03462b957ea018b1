import { describe, expect, it } from 'vitest';
import { highest } from '#app/agreement/grif.ts';
import { receipt } from '#app/documents/receipt.ts';
import { registrationStamp } from '#app/documents/registration-stamp.ts';
import { unlistedSenderLetter } from '#app/documents/unlisted-sender.ts';
import { loadForms } from './forms.ts';
import { assets, director, formCodes, lochin, paperOf, requisites, stationeryIn } from './golden/papers.ts';
import { documentHtml } from './html.ts';
import { documentText } from './text.ts';

const forms = loadForms(assets);
const ru = stationeryIn(forms, 'ru');
const both = (form: (typeof formCodes)[number]): string[] => {
  const model = paperOf(form, ru);
  return [documentText(model), documentHtml(model, '', 1)];
};
const classifiedForms = ['P1', 'P2', 'P6', 'P9', 'P17', 'P23', 'L1'] as const;

describe('the common requisites block', () => {
  for (const form of classifiedForms) {
    it(`${form} has grif, copy, Centre, number, date, title, signature, back and print event`, () => {
      const model = paperOf(form, ru);
      const grif = model.grif?.text ?? 'no grif';
      for (const text of both(form)) {
        for (const item of [grif, model.copy?.text ?? 'no copy', 'ЦАРИКЦ', 'г. Алматы', model.number, model.date, model.signatures[0]?.name ?? 'no name', '9c1f04ab']) {
          expect(text, item).toContain(item);
        }
        for (const item of ['Оборот последнего листа', 'Отпечатано экземпляров:', 'Исполнитель: сотрудник Р-1', 'Отпечатал:', 'Дата: 20.05.2026', 'АРМ-03', 'Дело № 7/26', 'Черновик']) {
          expect(text, item).toContain(item);
        }
      }
    });
  }
  it('puts grif, number, copy and «лист _ из _» on each sheet, the grif at top and bottom', () => {
    const html = documentHtml(paperOf('P1', ru), '', 3);
    const escaped = [...'Центр 001'].map((c) => (/[A-Za-z0-9 ]/.test(c) ? c : `\\${(c.codePointAt(0) ?? 0).toString(16)} `)).join('');
    expect(html.split(`content: "${escaped}"`).length - 1).toBe(2);
    expect(html).toMatch(/@top-center[^}]*content: "/);
    expect(html).toMatch(/@bottom-center[^}]*content: "/);
    expect(html).toMatch(/@bottom-right[^}]*counter\(page\)[^}]*"3"/);
  });
  it('the stamp says of a carrier that cannot be marked that its grif is in the accompanying documentation, and counts no sheets where there are none', () => {
    const carrier = { code: '1234567890', copyNo: 1, copies: 1, sheets: null, markingPlace: 'accompanying' } as const;
    const text = documentText(registrationStamp(ru, { number: '26-000017', date: '2026-05-14', degree: 'UPPER', carrier }));
    expect(text).toContain('Гриф – в сопроводительной документации');
    expect(text).not.toContain('Листов');
    expect(text.split('Центр 001').length - 1).toBe(1);
    expect(documentText(paperOf('P7', ru))).not.toContain('сопроводительной');
    const marked = stationeryIn(forms, 'ru', null, true);
    expect(documentText(paperOf('P7', marked))).toContain(marked.words.common.demonstration);
  });
  it('takes the highest grif of the enclosures', () => {
    expect(highest(['LOWER', 'UPPER'])).toBe('UPPER');
    expect(paperOf('P1', ru).grif?.degree).toBe('UPPER');
    expect(paperOf('P2', ru).grif?.degree).toBe('UPPER');
  });
  it('names the full grif, copy and sheets of each enclosure, and marking and code verbatim', () => {
    const text = documentText(paperOf('P1', ru));
    for (const item of ['1. № 26-000019, Центр 02, экз. № 1, на 3 л.', '2. № 26-000023, Центр 001, экз. № 2.', 'несекретно, экз. № 1', '№ 26-000019: МАХФӢ', '№ 26-000019: C3', '№ 09-44 от 25.05.2026', 'статьи 8 и 12']) {
      expect(text).toContain(item);
    }
  });
  it('prints the grif in one language only, even with a second text below', () => {
    for (const form of formCodes) {
      const text = documentText(paperOf(form, stationeryIn(forms, 'ru', 'kk')));
      expect(text, form).not.toMatch(/Орталық (001|02)\b/);
    }
  });
  it('keeps the second language below, after the signature, and marks it as a translation', () => {
    const text = documentText(paperOf('P1', stationeryIn(forms, 'ru', 'kk')));
    expect(text.indexOf('ІЛЕСПЕ ХАТ')).toBeGreaterThan(text.indexOf('Директор Центра'));
    expect(text.slice(text.indexOf('ІЛЕСПЕ ХАТ'))).toContain('(Бейресми аударма)');
    expect(documentText(paperOf('P1', stationeryIn(forms, 'ru')))).not.toContain('Неофициальный перевод');
    expect(documentText(paperOf('P1', stationeryIn(forms, 'en')))).toContain('(Unofficial translation)');
  });
  it('marks every paper of a demonstration vault, labels one by one, and no other paper', () => {
    for (const form of formCodes) {
      const model = paperOf(form, stationeryIn(forms, 'ru', null, true));
      expect(documentText(model), form).toContain('УЧЕБНОЕ / ДЕМОНСТРАЦИЯ');
      expect(documentHtml(model, '', 1), form).toContain('<div class="demonstration"><span>УЧЕБНОЕ / ДЕМОНСТРАЦИЯ</span>');
      expect(documentHtml(paperOf(form, ru), '', 1), form).not.toContain('ДЕМОНСТРАЦИЯ');
    }
    const labels = documentHtml(paperOf('P4', stationeryIn(forms, 'ru', null, true)), '', null);
    expect(labels.split('<b>УЧЕБНОЕ / ДЕМОНСТРАЦИЯ</b>').length - 1).toBe(2);
  });
});

describe('papers that go through uncleared hands', () => {
  it('a receipt has numbers, no subject, no grif, no marking, no back', () => {
    const model = paperOf('P3', ru);
    expect([model.classified, model.grif, model.copy, model.back, model.printEvent, model.thirdPartyRule]).toEqual([false, null, null, null, '', '']);
    for (const text of both('P3')) {
      expect(text).not.toMatch(/Центр (001|02)|секретно|MAXFIY|гриф/i);
      expect(text).toContain('П-77');
      expect(text).toContain('4/118');
      expect(text).toContain('М.П.');
    }
  });
  it('a receipt prints nothing that its type does not name', () => {
    const smuggled = { packageNumber: '1', sender: 'А', receiver: 'Б', documents: [], partial: false, receivedOn: '', receivedBy: '', subject: 'ТЕМА', marking: 'MAXFIY' };
    expect(documentText(receipt(ru, smuggled))).not.toMatch(/ТЕМА|MAXFIY/);
  });
  it('an outer label says addressee and number only', () => {
    const [inner = '', outer = ''] = documentHtml(paperOf('P4', ru), '', null).split('<section class="label-sheet">').slice(1);
    expect(inner).toContain('Центр 001');
    expect(inner).toContain('Вскрывает только начальник');
    const words = outer.replace(/<img[^>]*>/g, '').replace(/<[^>]*>/g, '|').split('|').filter((word) => word.trim() !== '');
    expect(words).toEqual(['Пакет № 26-000008', 'Кому', 'Boshqarma „Lochin“', 'Республика Узбекистан', '2600000086']);
    expect(documentHtml(paperOf('P4', ru), '', null)).not.toContain('ЦАРИКЦ');
  });
  it('an unclassified letter has number, date and signature, but no grif, no copy number and no back', () => {
    const model = unlistedSenderLetter(ru, {
      requisites, addressee: lochin, degree: null, sender: 'Вымышленный', senderReference: { number: '77/1', date: '2026-05-10' },
      packageNumber: 'П-81', ourNumber: '26-000020', receivedOn: '2026-05-19', signature: director,
    });
    expect([model.classified, model.grif, model.copy, model.back]).toEqual([false, null, null, null]);
    const text = documentText(model);
    expect(text).toContain('20 мая 2026 г.  № 26-00041/02');
    expect(text).toContain(director.name);
    expect(text).not.toMatch(/Экз\. №|Центр 0/);
  });
});
