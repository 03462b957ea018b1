import { afterEach, expect, it } from 'vitest';
import { testBody, testDraft, testPackage, testRegistry, type TestRegistry } from '../../registry.fixture.ts';
import { standInPrinter } from './paper.fixture.ts';

// Everything here is fictional.
let test: TestRegistry;
afterEach(() => test.end());

const language = { language: 'ru', secondLanguage: null } as const;

it('prints in the number of copies for which the paper was prepared and in no other', async () => {
  const { printer, sent } = standInPrinter();
  test = await testRegistry({ printer });
  await test.as('registrar');
  const { packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1'));
  const { materialId } = await test.ask('materials.register', testDraft(packageId));
  const { printId, text } = await test.ask('documents.prepare', { of: { form: 'P6', materialId }, ...language, copies: 3 });
  expect(text).toContain('(из 3)');
  for (const copies of [1, 2, 4, 50]) expect(await test.refused('documents.print', { printId, printer: 'P1', copies })).toEqual(['document.notPrepared']);
  expect(sent).toEqual([]);
  await test.ask('documents.print', { printId, printer: 'P1', copies: 3 });
  expect(sent).toEqual([{ printer: 'P1', copies: 3 }]);
  await test.as('registrar');
  expect(await test.refused('documents.print', { printId, printer: 'P1', copies: 3 })).toEqual(['document.notPrepared']);
});

it('makes one copy of a notice, as the notice itself says', async () => {
  const { printer, sent } = standInPrinter();
  test = await testRegistry({ printer });
  await test.ask('reference.recordBody', { ...testBody('KZ-10'), kind: 'competent' });
  await test.as('registrar');
  await test.ask('incoming.register', { ...testPackage('KZ-01', 'П-1'), sender: { kind: 'unlisted', state: 'KZ', nameAsWritten: 'Отдел «Вымысел»' } });
  const noticeId = (await test.ask('notices.page', { status: null, kind: null, cursor: null, limit: 10 })).rows[0]?.id ?? '';
  for (const form of ['P9', 'P17', 'L1'] as const) {
    for (const copies of [2, 7, 50]) expect(await test.refused('documents.prepare', { of: { form, noticeId }, ...language, copies }), form).toEqual(['document.singleCopy']);
  }
  const { printId } = await test.ask('documents.prepare', { of: { form: 'L1', noticeId }, ...language, copies: 1 });
  expect(await test.refused('documents.print', { printId, printer: 'P1', copies: 5 })).toEqual(['document.notPrepared']);
  await test.ask('documents.print', { printId, printer: 'P1', copies: 1 });
  expect(sent).toEqual([{ printer: 'P1', copies: 1 }]);
});

it('prints one stamp for a carrier: number, date, copy, sheets and our grif, and nothing of what came', async () => {
  const { printer } = standInPrinter();
  test = await testRegistry({ printer });
  await test.as('registrar');
  const { packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1'));
  const draft = { ...testDraft(packageId), summary: 'Условный пост «Oqtepa»' };
  const { materialId, regNo, carrierCode } = await test.ask('materials.register', draft);
  const of = { form: 'P7', materialId } as const;
  expect(await test.refused('documents.prepare', { of, ...language, copies: 2 })).toEqual(['document.singleCopy']);
  const { text, degree } = await test.ask('documents.prepare', { of, ...language, copies: 1 });
  expect(degree).toBe('LOWER');
  for (const item of [`Рег. № ${regNo}`, 'Зарегистрировано ', `Экз. № ${draft.carrier.copyNo}`, 'Центр 02', carrierCode]) expect(text).toContain(item);
  for (const secret of [draft.senderNumber, draft.asReceived.marking, draft.summary]) expect(text).not.toContain(secret);
  await test.as('security');
  expect(await test.refused('documents.prepare', { of, ...language, copies: 1 })).toEqual(['document.rolesForm']);
});
