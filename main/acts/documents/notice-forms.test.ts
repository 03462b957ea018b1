import { afterEach, expect, it } from 'vitest';
import type { Input } from '#app/contract/index.ts';
import { testBody, testDraft, testPackage, testRegistry, type TestRegistry } from '../../registry.fixture.ts';
import { standInPrinter } from './paper.fixture.ts';

// Everything here is fictional.
let test: TestRegistry;
afterEach(() => test.end());

/** A notice of each kind, drafted by what the registrar does. */
const drafts = {
  P9: async () => {
    const pair: string[] = [];
    for (const [body, senderNumber, marking] of [['UZ-01', '4/118', 'MAXFIY'], ['TJ-01', '09-31', 'Махфӣ']] as const) {
      const { packageId } = await test.ask('incoming.register', testPackage(body, `П-${senderNumber}`));
      const draft = testDraft(packageId, { senderNumber });
      pair.push((await test.ask('materials.register', { ...draft, asReceived: { ...draft.asReceived, marking } })).materialId);
    }
    const [materialId = '', otherId = ''] = pair;
    return (await test.ask('links.decide', { materialId, otherId, decision: 'similar', reason: '' })).notices[0]?.noticeId;
  },
  P17: async () => {
    const { packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1'));
    const { materialId } = await test.ask('materials.register', testDraft(packageId));
    const opened = await test.ask('incidents.open', {
      kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: '2026-05-14T08:45:00', facts: 'Вымышленная утрата.', measures: '', materialIds: [materialId],
    });
    return opened.notices[0]?.noticeId;
  },
  L1: async () => {
    await test.ask('incoming.register', { ...testPackage('KZ-01', 'П-1'), sender: { kind: 'unlisted', state: 'KZ', nameAsWritten: 'Отдел «Вымысел»' } });
    return (await test.ask('notices.page', { status: null, kind: 'unlistedSender', cursor: null, limit: 10 })).rows[0]?.id;
  },
};
const forms = ['P9', 'P17', 'L1'] as const;

async function drafted(form: (typeof forms)[number]): Promise<Input<'documents.prepare'> & { readonly of: { readonly noticeId: string } }> {
  await test.ask('reference.recordBody', { ...testBody('KZ-10'), kind: 'competent' });
  await test.as('registrar');
  const noticeId = await drafts[form]();
  if (noticeId === undefined) throw new Error(`no notice for ${form}`);
  return { of: { form, noticeId }, language: 'ru', secondLanguage: null, copies: 1 };
}

it.each(forms)('%s bears the day and the officer of its issue, whoever prints it later; a draft bears those of the printing', async (form) => {
  const classified = form !== 'L1';
  test = await testRegistry({ printer: standInPrinter().printer });
  const wanted = await drafted(form);
  test.clock.set('2026-05-15T10:00:00');
  await test.as('registrar');
  const draft = (await test.ask('documents.prepare', wanted)).text;
  expect(draft).toMatch(/^15 мая 2026 г\./mu);
  if (classified) expect(draft).toMatch(/Исполнитель: registrar\nОтпечатал: registrar\nДата: 15\.05\.2026/u);

  test.clock.set('2026-05-16T10:00:00');
  await test.as('director');
  await test.ask('notices.issue', { noticeId: wanted.of.noticeId });
  test.clock.set('2026-06-02T10:00:00');
  await test.as('registrar');
  const issued = (await test.ask('documents.prepare', wanted)).text;
  expect(issued).toMatch(/^16 мая 2026 г\./mu);
  if (classified) expect(issued).toMatch(/Исполнитель: Д\nОтпечатал: registrar\nДата: 16\.05\.2026/u);
  expect(issued).not.toMatch(/июня|\.06\.2026/u);
});
