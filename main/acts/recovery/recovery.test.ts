import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#app/contract/index.ts';
import { testAppointment, testBody, testDraft, testPackage, testRegistry, type TestRegistry } from '../../registry.fixture.ts';
import { standInPrinter } from '../documents/paper.fixture.ts';

// Everything here is fictional.
let test: TestRegistry;
beforeEach(async () => { test = await testRegistry({ bodies: ['UZ-01'], printer: standInPrinter().printer }); });
afterEach(() => test.end());

const passphrase = 'fictional passphrase of a test';
const second = { login: 'security', passphrase };
const order: Input<'recovery.arrange'> = { threshold: 2, holders: ['Holder A', 'Holder B', 'Holder C'], second };
const appointed = { login: 'director-2', name: 'Д', passphrase: 'another fictional passphrase 7', ...testAppointment };
const opening = (sheets: string[][], more: Partial<Input<'recovery.open'>> = {}): Input<'recovery.open'> => ({ sheets, replaces: 'director', ...appointed, second, reason: 'lost (fictional)', ...more });

/** The digits of a sheet, from its paper. */
async function printed(sheet: number): Promise<{ lines: string[]; text: string; degree: string | null }> {
  const { text, degree } = await test.ask('documents.prepare', { of: { form: 'R1', sheet }, language: 'ru', secondLanguage: null, copies: 1 });
  return { text, degree, lines: [...text.matchAll(/^Строка \d: ([\d ]+)$/gmu)].map((match) => match[1] ?? '') };
}

describe('recovery by share holders', () => {
  it('is arranged by the director with the security officer, and the refusals of the second person are those of any command of two', async () => {
    await test.as('director');
    const refused: readonly (readonly [object, readonly string[]])[] = [
      [{ second: null }, ['second.required']], [{ second: { login: 'director', passphrase } }, ['second.samePerson']], [{ second: { ...second, passphrase: 'не та' } }, ['second.wrongPassphrase']],
      [{ second: { login: 'registrar', passphrase } }, ['second.notEntitled']], [{ second: { login: 'nobody', passphrase } }, ['second.notEntitled']],
      [{ threshold: 4 }, ['recovery.fewHolders']], [{ holders: ['A', 'B', 'a'] }, ['recovery.holderTwice']], [{ threshold: 1 }, ['input.tooFew']], [{ holders: ['A'] }, ['input.tooFew']],
    ];
    for (const [change, codes] of refused) expect(await test.refused('recovery.arrange', { ...order, ...change }), JSON.stringify(change)).toEqual(codes);
    expect((await test.ask('recovery.status', {})).arranged).toBeNull();
    for (let n = 0; n < 3; n += 1) await test.refused('recovery.arrange', { ...order, second: { ...second, passphrase: 'не та' } });
    expect(await test.refused('recovery.arrange', order)).toEqual(['session.tooSoon']);
    test.clock.set('2026-05-14T09:10:00');
    expect(await test.ask('recovery.arrange', order)).toEqual({ sheets: 3 });
    expect(await test.ask('recovery.status', {})).toMatchObject({ arranged: { threshold: 2, of: 3, holders: order.holders, by: 'Д', second: 'security', unsealed: 0 }, sheets: 3 });
    const { rows } = await test.ask('journal.page', { officer: null, kind: 'recovery.arranged', result: 'done', subject: null, from: null, to: null, text: '', cursor: null, limit: 5 });
    expect(rows).toMatchObject([{ officer: 'Д', second: 'security' }]);
    await test.as('security');
    expect(await test.ask('recovery.status', {})).toMatchObject({ arranged: { of: 3 }, sheets: 0 });
    expect(await test.refused('recovery.arrange', order)).toEqual(['session.roleNotEntitled']);
  });

  it('gives each holder a paper of the upper degree, until the lock and to nobody else', async () => {
    await test.as('director');
    await test.ask('recovery.arrange', order);
    const papers = await Promise.all([1, 2, 3].map(printed));
    for (const [index, { text, degree, lines }] of papers.entries()) {
      expect(degree).toBe('UPPER');
      expect(text).toContain(`№ ${index + 1} ИЗ 3`);
      expect(text).toContain(order.holders[index]);
      expect(lines).toHaveLength(4);
    }
    expect(new Set(papers.flatMap(({ lines }) => lines)).size).toBe(12);
    expect(await test.refused('documents.prepare', { of: { form: 'R1', sheet: 4 }, language: 'ru', secondLanguage: null, copies: 1 })).toEqual(['document.noSheet']);
    expect(await test.refused('documents.prepare', { of: { form: 'R1', sheet: 1 }, language: 'ru', secondLanguage: null, copies: 2 })).toEqual(['document.singleCopy']);
    await test.as('security');
    expect(await test.refused('documents.prepare', { of: { form: 'R1', sheet: 1 }, language: 'ru', secondLanguage: null, copies: 1 })).toEqual(['document.rolesForm']);
    await test.as('director');
    expect(await test.refused('documents.prepare', { of: { form: 'R1', sheet: 1 }, language: 'ru', secondLanguage: null, copies: 1 })).toEqual(['document.noSheet']);
  });

  it('is opened at the door: the new director finds what was registered, and everything that is wrong is told together', async () => {
    await test.as('registrar');
    const { packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1'));
    const { materialId } = await test.ask('materials.register', testDraft(packageId));
    await test.as('director');
    await test.ask('recovery.arrange', order);
    const [one, two, three] = (await Promise.all([1, 2, 3].map(printed))).map(({ lines }) => lines);
    if (one === undefined || two === undefined || three === undefined) throw new Error('three sheets');
    expect(await test.refused('recovery.open', opening([one, two]))).toEqual(['session.mustLock']);
    await test.ask('session.lock', {});
    expect((await test.ask('recovery.look', {})).arranged).toMatchObject({ threshold: 2, of: 3 });
    const wrong: readonly (readonly [Input<'recovery.open'>, readonly string[]])[] = [
      [opening([one]), ['recovery.tooFew']], [opening([one, one]), ['recovery.sheetTwice']],
      [opening([one.with(0, '0'.repeat(32)), two.with(3, two[2] ?? '')]), ['recovery.badLine', 'recovery.badLine']], [opening([one.with(1, two[1] ?? ''), two]), ['recovery.mixedSheet']],
      [opening([one, two], { second: { ...second, passphrase: 'не та' } }), ['second.wrongPassphrase']], [opening([one, two], { second: { login: 'director', passphrase } }), ['second.samePerson']],
      [opening([one, two], { replaces: 'registrar' }), ['recovery.notDirector']], [opening([one, two], { login: 'registrar' }), ['officer.loginTaken']],
      [opening([one, two], { passphrase: 'short' }), ['session.weakPassphrase']],
      [opening([one, two], { clearance: { ...appointed.clearance, to: '2026-01-01' }, order: { number: '1', date: '2027-01-01' } }), ['clearance.expired', 'date.inFuture']],
    ];
    for (const [input, codes] of wrong) expect(await test.refused('recovery.open', input)).toEqual(codes);
    expect(await test.ask('recovery.open', opening([three, one]))).toEqual({ officer: { login: 'director-2', name: 'Д' }, holders: ['Holder A', 'Holder C'] });
    expect(await test.refused('session.unlock', { login: 'director', passphrase })).toEqual(['session.noSuchOfficer']);
    await test.ask('session.unlock', { login: 'director-2', passphrase: appointed.passphrase });
    expect(await test.ask('materials.card', { materialId })).toMatchObject({ row: { id: materialId } });
    await test.ask('reference.recordBody', testBody('KZ-01'));
    expect((await test.ask('vault.check', {}))).toMatchObject({ broken: null, lost: [], differences: [] });
    expect((await test.ask('recovery.status', {})).arranged).toBeNull();
    await test.ask('session.lock', {});
    expect((await test.ask('recovery.look', {})).arranged).toBeNull();
    expect(await test.refused('recovery.open', opening([one, two], { replaces: 'director-2', login: 'director-3' }))).toEqual(['recovery.none']);
  });

  it('is asked for on the director\'s desk while there is none, and again when a holder or one of the two has left; on nobody else\'s', async () => {
    const due = async () => (await test.ask('desk.summary', {})).recovery;
    await test.as('registrar');
    expect(await due()).toBeNull();
    await test.as('director');
    expect(await due()).toEqual({ why: 'none', names: [] });
    await test.ask('recovery.arrange', { ...order, holders: ['registrar', 'Holder B', 'Holder C'] });
    expect(await due()).toBeNull();
    const idOf = async (login: string) => (await test.ask('officers.list', {})).find((one) => one.login === login)?.id ?? '';
    await test.ask('officers.disable', { officerId: await idOf('analyst'), reason: 'перевод' });
    expect(await due()).toBeNull();
    await test.ask('officers.disable', { officerId: await idOf('security'), reason: 'перевод' });
    expect(await due()).toEqual({ why: 'arrangerLeft', names: ['security'] });
    await test.ask('officers.disable', { officerId: await idOf('registrar'), reason: 'перевод' });
    expect(await due()).toEqual({ why: 'holderLeft', names: ['registrar'] });
    // Also after a lock, when it is read from the journal.
    await test.as('director');
    expect(await due()).toEqual({ why: 'holderLeft', names: ['registrar'] });
    await test.ask('officers.enrol', { login: 'security-2', name: 'Б-2', role: 'security', passphrase });
    await test.ask('recovery.arrange', { ...order, second: { login: 'security-2', passphrase } });
    expect(await due()).toBeNull();
  });
});
