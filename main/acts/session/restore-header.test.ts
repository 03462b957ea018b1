import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { headerLines } from '#app/documents/header-lines.ts';
import { testRegistry, type TestRegistry } from '../../registry.fixture.ts';
import { standInPrinter } from '../documents/paper.fixture.ts';

let test: TestRegistry;
afterEach(() => test.end());

const passphrase = 'fictional passphrase of a test';
const next = 'copper violin under seven frozen bridges';
const file = (name: string): string => join(test.folder, 'vault', name);
const names = ['vault.json', 'vault.copy.json'];

/** The lines of the sheets, as somebody types them. */
async function printed(): Promise<string[]> {
  const { text, degree } = await test.ask('documents.prepare', { of: { form: 'H1' }, language: 'ru', secondLanguage: null, copies: 1 });
  // Sealed keys are on it: a carrier of the upper degree.
  expect(degree).toBe('UPPER');
  return text.split('\n').flatMap((row) => /^\d+ \| ([\d ]{60,})$/.exec(row)?.[1] ?? []);
}
const begun = async (): Promise<void> => { test = await testRegistry({ bodies: [], printer: standInPrinter().printer }); };

describe('a header on paper', () => {
  it('is put back where both copies are gone, and opens to the passphrase of the day of printing; what was damaged is kept', async () => {
    await begun();
    const lines = await printed();
    await test.ask('session.lock', {});
    const whole = readFileSync(file('vault.json'));
    rmSync(file('vault.copy.json'));
    writeFileSync(file('vault.json'), whole.subarray(0, 300));
    expect(await test.ask('session.status', {})).toMatchObject({ vault: 'damaged', trouble: { code: 'damaged', place: 'vault.json' } });
    const { logins } = await test.ask('vault.restoreHeader', { lines: lines.join('\n') });
    expect(logins).toContain('director');
    for (const name of names) expect(existsSync(file(name))).toBe(true);
    expect(readFileSync(file('vault.json'))).toEqual(whole);
    expect(readFileSync(file('vault.json.damaged'))).toEqual(whole.subarray(0, 300));
    await test.ask('session.unlock', { login: 'director', passphrase });
    expect((await test.ask('vault.check', {})).damage).toEqual([]);
  });

  it('of before a change of passphrase is taken by the word of the director only, and the journal says so', async () => {
    await begun();
    const lines = await printed();
    await test.ask('session.changePassphrase', { old: passphrase, new: next });
    await test.ask('session.lock', {});
    for (const name of names) rmSync(file(name));
    await test.ask('vault.restoreHeader', { lines: lines.toReversed().join(' \n') });
    expect(await test.refused('session.unlock', { login: 'director', passphrase: next })).toEqual(['session.wrongPassphrase']);
    expect(await test.refused('session.unlock', { login: 'director', passphrase })).toEqual(['vault.rolledBack']);
    await test.ask('session.unlock', { login: 'director', passphrase, olderHeader: true });
    const { rows } = await test.ask('journal.page', { officer: null, kind: 'session.unlocked', result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 1 });
    expect(rows[0]?.detail).toContain('putBack');
  });

  it('with a slip of the hand is refused by the row and the line, and one that is missing by its number', async () => {
    await begun();
    const lines = await printed();
    await test.ask('session.lock', {});
    for (const name of names) rmSync(file(name));
    const [first = '', second = '', ...rest] = lines;
    const typed = [first, second.replace(/\d(?=\d{3}$)/, (digit) => String((Number(digit) + 1) % 10)), ...rest.slice(0, -1)];
    const { refusals } = JSON.parse(await test.registry.call('vault.restoreHeader', JSON.stringify({ lines: typed.join('\n') })));
    expect(refusals).toMatchObject([{ code: 'headerPaper.lines', params: { wrong: '2 (2)', missing: `2, ${lines.length}` } }]);
    expect(existsSync(file('vault.json'))).toBe(false);
  });

  it('is never put over a header that stands, nor is what is no header; and only those who answer for the vault print one', async () => {
    await begun();
    const lines = await printed();
    await test.as('registrar');
    expect(await test.refused('documents.prepare', { of: { form: 'H1' }, language: 'ru', secondLanguage: null, copies: 1 })).toEqual(['document.rolesForm']);
    expect(await test.refused('vault.restoreHeader', { lines: lines.join('\n') })).toEqual(['session.mustLock']);
    await test.ask('session.lock', {});
    expect(await test.refused('vault.restoreHeader', { lines: lines.join('\n') })).toEqual(['headerPaper.stands']);
    // One copy is enough for it to stand.
    rmSync(file('vault.json'));
    expect(await test.refused('vault.restoreHeader', { lines: lines.join('\n') })).toEqual(['headerPaper.stands']);
    rmSync(file('vault.copy.json'));
    for (const bytes of [new Uint8Array(100).fill(3), new Uint8Array(0)]) expect(await test.refused('vault.restoreHeader', { lines: headerLines(bytes).join('\n') })).toEqual(['headerPaper.unreadable']);
    expect(existsSync(file('vault.json'))).toBe(false);
  });
});
