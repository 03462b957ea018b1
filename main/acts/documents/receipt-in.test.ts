import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testDraft, testGrant, testPackage, testRegistry, type TestRegistry } from '../../registry.fixture.ts';
import { standInPrinter } from './paper.fixture.ts';

// Fictional: two packages of one body, one with a document of each degree in it, one with the lower alone.
const passphrase = 'fictional passphrase of a test';
const rest = 'за другие документы этого пакета, если они в нём были';
let test: TestRegistry;
let mixed: string;
let plain: string;
let upperFolder: string;

const holdings = (): string[] => readdirSync(join(test.folder, 'vault/holdings'));
const receiptOf = async (packageId: string): Promise<string> => (await test.ask('documents.prepare', { of: { form: 'P3in', packageId }, language: 'ru', secondLanguage: null, copies: 1 })).text;
/** The numbers in its table. */
const numbersIn = (text: string): string[] => [...text.matchAll(/^\d+ \| (\S+) \|/gmu)].map((match) => match[1] ?? '');

beforeEach(async () => {
  test = await testRegistry({ bodies: ['UZ-01'], printer: standInPrinter().printer });
  await test.as('registrar');
  ({ packageId: mixed } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1')));
  ({ packageId: plain } = await test.ask('incoming.register', testPackage('UZ-01', 'П-2')));
  await test.ask('materials.register', testDraft(plain, { senderNumber: '4/1' }));
  await test.ask('materials.register', testDraft(mixed, { senderNumber: '4/2' }));
  const before = new Set(holdings());
  await test.ask('materials.register', testDraft(mixed, { senderNumber: '4/3', degree: 'UPPER', higherReason: 'fictional' }));
  upperFolder = holdings().find((name) => !before.has(name)) ?? '';
  await test.as('director');
  const { officerId } = await test.ask('officers.enrol', { login: 'narrow', name: 'Р-2', role: 'registrar', passphrase });
  await test.ask('access.issue', testGrant(officerId, { scope: { bodies: ['UZ-01'], degree: 'LOWER' } }));
});
afterEach(() => test.end());

it('lists every document of the package for an officer who may read both degrees of its sender', async () => {
  await test.as('registrar');
  const text = await receiptOf(mixed);
  expect(numbersIn(text).toSorted()).toEqual(['4/2', '4/3']);
  expect(text).not.toContain(rest);
  expect(await receiptOf(plain)).not.toContain(rest);
});

it('of an officer of the lower degree names no other number, and says in the same words of every package that it is for what is listed', async () => {
  await test.ask('session.lock', {});
  await test.ask('session.unlock', { login: 'narrow', passphrase });
  const [ofMixed, ofPlain] = [await receiptOf(mixed), await receiptOf(plain)];
  expect(numbersIn(ofMixed)).toEqual(['4/2']);
  expect(ofMixed).toContain(rest);
  // Two papers that differ in the package's number and the document's alone: nothing tells that there is more in the one.
  const bare = (text: string): string => text.replaceAll(/П-\d|4\/\d/g, '#');
  expect(bare(ofMixed)).toBe(bare(ofPlain));
});

it('is never printed short where a holding of the sender is damaged', async () => {
  await test.ask('session.lock', {});
  rmSync(join(test.folder, 'vault/holdings', upperFolder, 'store.db'));
  await test.as('registrar');
  expect(await test.refused('documents.prepare', { of: { form: 'P3in', packageId: mixed }, language: 'ru', secondLanguage: null, copies: 1 })).toEqual(['vault.missing']);
  await test.ask('session.lock', {});
  await test.ask('session.unlock', { login: 'narrow', passphrase });
  expect(numbersIn(await receiptOf(mixed))).toEqual(['4/2']);
});

it('is refused within a grant whose key nobody who has it was here to give, and says no less once it is given', async () => {
  const { officials } = await test.ask('access.list', {});
  const director = officials.find(({ officer: { login } }) => login === 'director');
  const narrow = officials.find(({ officer: { login } }) => login === 'narrow');
  const why = { reason: 'fictional', document: { number: '3', date: '2026-05-14' } };
  // The director signs a grant of what he has no key of himself.
  await test.ask('access.revoke', { grantId: director?.grants[0]?.id ?? '', ...why });
  await test.ask('access.issue', testGrant(narrow?.officer.id ?? '', { scope: { bodies: ['UZ-01'], degree: 'UPPER' } }));
  await test.ask('session.lock', {});
  const wanted = { of: { form: 'P3in', packageId: mixed }, language: 'ru', secondLanguage: null, copies: 1 };
  await test.ask('session.unlock', { login: 'narrow', passphrase });
  for (const packageId of [mixed, plain]) {
    expect(await test.refused('documents.prepare', { ...wanted, of: { form: 'P3in', packageId } })).toEqual(['grant.keyNotGiven']);
  }
  // Whoever has the key gives it by being here.
  await test.as('registrar');
  await test.ask('session.lock', {});
  await test.ask('session.unlock', { login: 'narrow', passphrase });
  expect(numbersIn(await receiptOf(mixed)).toSorted()).toEqual(['4/2', '4/3']);
});
