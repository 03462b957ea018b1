import { readdirSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import type { Printer } from '../../shell/port.ts';
import { approvalOf, byTwo, consentOf, newWorld, orderOf, received, type World } from './world.fixture.ts';

let world: World;
afterEach(() => world.close());

/** Keeps the pages that it was given, and makes a PDF of one page of each. */
function printerOf(pages: string[], fails = false): Printer {
  const never = (): never => { throw new Error('nothing is printed in this test'); };
  return {
    pdf: async (html) => {
      if (fails) throw new Error('the browser has gone');
      pages.push(html.replaceAll(/<style>.*?<\/style>/gsu, ''));
      return new Uint8Array(Buffer.from('%PDF-1.7\n1 0 obj << /Type /Page >> endobj'));
    },
    print: never, printers: async () => [], close: async () => undefined,
  };
}

async function order() {
  const restrictions = [{ instruction: { number: '4/119', date: '2026-05-09' }, rule: { kind: 'notTo' as const, bodies: ['KG-01'], states: [] }, from: '2026-05-09', to: null }];
  const { materialId, regNo } = await received(world, { restrictions });
  await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01'] }, { number: '4/201' }));
  return { materialId, regNo, order: orderOf(world, [materialId], 'TJ-01') };
}

it('puts letter, inventory and receipt into the package, and makes the same papers again afterwards', async () => {
  const pages: string[] = [];
  world = await newWorld({ printer: printerOf(pages) });
  const { regNo, order: sealing } = await order();
  const sealed = await world.ask('release.seal', sealing);
  expect(sealed.documents).toEqual(['letter', 'inventory', 'receipt']);
  const letter = pages.find((page) => page.includes('Сопроводительное письмо')) ?? '';
  for (const word of [regNo, 'Maxfiy', 'B2', '4/201', 'KG-01', 'проверка условных сведений', 'Центр 02', sealed.number]) expect(letter).toContain(word);
  const receipt = pages.at(-1) ?? '';
  expect(receipt).toContain(regNo);
  for (const word of ['Maxfiy', 'Центр 02', 'Oqtepa', 'UZ-01/S', '4/201', 'проверка условных']) expect(receipt).not.toContain(word);

  for (const form of ['P1', 'P2', 'P3', 'P4'] as const) {
    const { text } = await world.ask('documents.prepare', { of: { form, packageId: sealed.packageId }, language: 'ru', secondLanguage: null, copies: 1 });
    expect(text).toContain(sealed.number);
  }
  const { text } = await world.ask('documents.prepare', { of: { form: 'P2', packageId: sealed.packageId }, language: 'kk', secondLanguage: null, copies: 1 });
  // One enclosure with two files: the number once, a hash for each.
  expect(text.match(new RegExp(regNo, 'g'))).toHaveLength(1);
  expect(text.match(/[0-9a-f]{16}(?:\s+[0-9a-f]{16}){3}/g)?.length).toBeGreaterThanOrEqual(2);
  expect(await world.refused('documents.prepare', { of: { form: 'P1', packageId: 'a'.repeat(20) }, language: 'ru', secondLanguage: null, copies: 1 })).toEqual(['package.notFound']);
});

it('goes without papers where no PDF can be made, and says so', async () => {
  world = await newWorld();
  expect((await world.ask('release.seal', (await order()).order)).documents).toEqual([]);
});

it('writes nothing when the printer fails, and voids the number', async () => {
  world = await newWorld({ printer: printerOf([], true) });
  expect(await world.refused('release.seal', (await order()).order)).toEqual(['document.noPdf']);
  expect(readdirSync(world.medium)).toEqual([]);
  const { rows } = await world.ask('outgoing.page', { cursor: null, limit: 10 });
  expect(rows).toMatchObject([{ state: 'void', voidCode: 'document.noPdf' }]);
});

it('says in the letter which request it answers, by the number under which it was asked (Art. 4)', async () => {
  const pages: string[] = [];
  world = await newWorld({ printer: printerOf(pages) });
  const { order: sealing } = await order();
  const { requestId } = await world.ask('requests.record', { kind: 'standing', from: 'TJ-01', number: '7/22', date: '2026-05-09', topic: 'условная тема запроса', personalData: false, justification: '', validTo: null });
  await world.ask('release.seal', { ...sealing, requestId });
  const letter = pages.find((page) => page.includes('Сопроводительное письмо')) ?? '';
  for (const word of ['7/22', 'постоянно действующий тематический запрос']) expect(letter).toContain(word);
  for (const page of pages) expect(page).not.toContain('условная тема запроса');
});

it('tells the addressee of a product neither whose it is nor how many consented', async () => {
  const pages: string[] = [];
  world = await newWorld({ printer: printerOf(pages) });
  const uz = await received(world);
  const tj = await received(world, { body: 'TJ-01', number: '09-31' });
  const product = await world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources: [uz.materialId, tj.materialId], sheets: 1, copies: 1 });
  for (const [body, number] of [['UZ-01', '4/201'], ['TJ-01', '09-44']] as const) {
    await world.ask('consents.record', consentOf([product.materialId], body, { kind: 'body', codes: ['RU-01'] }, { number, conditions: `условие органа ${body}` }));
  }
  await world.as('d');
  await world.ask('release.approve', approvalOf([product.materialId], 'RU-01', 'решение 9 по UZ-01'));
  await world.as('r');
  await world.ask('release.sealByTwo', byTwo(orderOf(world, [product.materialId], 'RU-01')));
  for (const word of ['UZ', 'TJ', '4/201', '09-44', '4/118', '09-31', 'решение 9']) expect(pages.join('\n')).not.toContain(word);
});
