import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Input } from '#app/contract/index.ts';
import { testRegistry } from '../../registry.fixture.ts';
import { newWorld } from '../exchange/world.fixture.ts';
import { deedOf, loadActWords } from './act-words.ts';
import { mostActs } from './journal-form.ts';
import { standInPrinter } from './paper.fixture.ts';

// Everything here is fictional.
const extract = (from: string, to = from) => ({ of: { form: 'P23', from, to }, language: 'ru', secondLanguage: null, copies: 1 } as const);

const everything: Input<'journal.page'> = { officer: null, kind: null, result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 1 };

describe('an extract of the journal', () => {
  it('says what was done in words of its language', async () => {
    const test = await testRegistry({ printer: standInPrinter().printer });
    onTestFinished(() => test.end());
    await test.as('security');
    await test.ask('journal.page', everything);
    const { text } = await test.ask('documents.prepare', extract('2026-05-14'));
    for (const words of ['Создано хранилище', 'Открыта учётная запись', 'Записан орган', 'Хранилище открыто', 'Просмотр журнала']) expect(text).toContain(words);
    expect(text).not.toMatch(/officer\.enrolled|session\.unlocked|view\.opened|body\.recorded/);
    const english = await test.ask('documents.prepare', { ...extract('2026-05-14'), language: 'en' });
    expect(english.text).not.toContain('Создано хранилище');
  });

  it('is refused whole when the period holds more acts than one extract takes, and is never cut', async () => {
    const world = await newWorld({ printer: standInPrinter().printer });
    onTestFinished(() => world.close());
    await world.as('d');
    const day = world.clock.now().slice(0, 10);
    // Reading the journal is itself an act: as many readings as are wanting to a full extract.
    const { total } = await world.ask('journal.page', everything);
    for (let n = total; n < mostActs; n += 1) await world.ask('journal.page', { ...everything, kind: 'drawer.opened' });
    const { text } = await world.ask('documents.prepare', extract(day));
    expect(text.match(/^\d+ \| /gmu)).toHaveLength(mostActs);
    expect(await world.refused('documents.prepare', extract(day))).toEqual(['document.tooLong']);
    expect(await world.refused('documents.prepare', extract('2020-01-01', '2030-01-01'))).toEqual(['document.tooLong']);
    world.clock.set('2026-05-11T09:00:00');
    await world.as('d');
    expect((await world.ask('documents.prepare', extract('2026-05-11'))).text).toContain('Хранилище открыто');
  }, 60_000);
});

describe('the words for an act', () => {
  const words = loadActWords(join(import.meta.dirname, '../../../assets'), 'ru');
  it('name what was asked for, and leave what they do not know as it is', () => {
    expect(deedOf({ kind: 'view.opened', open: { method: 'journal.page', asked: {} } }, words)).toBe('Просмотр журнала');
    expect(deedOf({ kind: 'view.opened', open: { method: 'drawer.page' } }, words)).toBe('Просмотр');
    expect(deedOf({ kind: 'search.run', open: null }, words)).toBe('Поиск');
    expect(deedOf({ kind: 'material.registered', open: { method: 'journal.page' } }, words)).toBe('Зарегистрирован материал');
    for (const kind of ['drawer.opened', 'drawer', '', 'constructor.name', '__proto__.x']) expect(deedOf({ kind, open: {} }, words)).toBe(kind);
  });
});
