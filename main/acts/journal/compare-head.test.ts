import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headCode } from '#app/journal/head-code.ts';
import { standInPrinter } from '../documents/paper.fixture.ts';
import { testRegistry, type TestRegistry } from '../../registry.fixture.ts';

// Everything here is fictional.
let test: TestRegistry;
beforeEach(async () => {
  test = await testRegistry({ printer: standInPrinter().printer });
});
afterEach(() => test.end());

async function printed(): Promise<string> {
  const { text } = await test.ask('documents.prepare', { of: { form: 'J1' }, language: 'ru', secondLanguage: null, copies: 1 });
  return /Код для сверки:\s+((?:\d{4}\s){9}\d{4})/.exec(text)?.[1]?.replaceAll(/\s/g, '') ?? '';
}

describe('a printed head of the journal', () => {
  it('is that of the journal for good, and that it was compared is an act', async () => {
    await test.as('security');
    const code = await printed();
    expect(await test.ask('journal.compareHead', { code })).toMatchObject({ verdict: 'same', at: '2026-05-14T09:00:00' });
    await test.as('director');
    const answer = await test.ask('journal.compareHead', { code: ` ${code.match(/.{4}/g)?.join(' ') ?? ''} ` });
    expect(answer).toMatchObject({ verdict: 'same', seq: Number(code.slice(0, 10)) });
    expect(answer.acts).toBeGreaterThan(answer.seq);
    expect(await test.refused('journal.compareHead', { code: code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)) })).toEqual(['head.badCode']);
    expect(await test.ask('journal.compareHead', { code: headCode(3, 'e'.repeat(64)) })).toMatchObject({ verdict: 'other' });
    const { rows } = await test.ask('journal.page', { officer: null, kind: 'journal.headCompared', result: 'done', subject: null, from: null, to: null, text: '', cursor: null, limit: 10 });
    expect(rows).toHaveLength(3);
  });

  it('finds a whole vault put back to an older day, which nothing in the vault can tell', async () => {
    await test.as('director');
    await test.ask('session.lock', {});
    const vault = join(test.folder, 'vault');
    cpSync(vault, join(test.folder, 'older'), { recursive: true });
    await test.as('director');
    for (let n = 0; n < 5; n += 1) await test.ask('officers.list', {});
    const code = await printed();
    await test.ask('session.lock', {});
    rmSync(vault, { recursive: true });
    cpSync(join(test.folder, 'older'), vault, { recursive: true });
    await test.as('director');
    expect((await test.ask('vault.check', {})).broken).toBeNull();
    expect((await test.ask('journal.compareHead', { code })).verdict).not.toBe('same');
  });

  it('is signed on each day on which a session goes on, and at each lock', async () => {
    await test.as('security');
    test.clock.set('2026-05-15T00:01:00');
    await test.ask('session.touch', {});
    await test.ask('session.touch', {});
    await test.as('director');
    const page = { officer: null, result: 'done', subject: null, from: null, to: null, text: '', cursor: null, limit: 50 } as const;
    expect((await test.ask('journal.page', { ...page, kind: 'journal.headSigned' })).rows).toMatchObject([{ at: '2026-05-15T00:01:00' }]);
    const { rows } = await test.ask('journal.page', { ...page, kind: 'session.locked' });
    for (const { detail } of rows) expect(detail).toMatch(/"head":\{"at":"[^"]+","hash":"[0-9a-f]{64}","seq":\d+,"signature":"[0-9a-f]{128}"\}/);
    expect(rows.length).toBeGreaterThan(0);
  });
});
