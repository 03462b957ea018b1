import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { methods } from '#app/contract/index.ts';
import ru from '#assets/texts/ru/journal.json' with { type: 'json' };
import { actWords, kindWords } from './kinds.ts';

const words = (key: string): string | undefined => {
  const found = key.replace(/^journal\./, '').split('.').reduce((at: unknown, step): unknown => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), ru);
  return typeof found === 'string' ? found : undefined;
};
const root = resolve(import.meta.dirname, '../../..');

/** Kinds of act that the program itself writes, as its sources name them. */
function writtenKinds(): readonly string[] {
  const files = ['app', 'main'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)))
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture|test-support)\.ts$/.test(name));
  const found = files.flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/(?:actKind\(|\bkind: )'([a-z0-9]+\.[a-zA-Z]+)'/g)].map((match) => match[1] ?? ''));
  return [...new Set(found)].toSorted();
}

it('has words for every kind of act that the program writes', () => {
  const kinds = writtenKinds();
  expect(kinds).toContain('material.registered');
  expect(kinds.filter((kind) => kindWords(kind, words) === kind)).toEqual([]);
});

it('has words for every method of the contract, under which a refused attempt is written down', () => {
  expect(methods.filter((method) => kindWords(method, words) === method)).toEqual([]);
});

it('names what was asked for where the act is a question, and shows the code of what it does not know', () => {
  expect(actWords({ kind: 'view.opened', detail: '{"asked":{},"method":"journal.page"}' }, words)).toBe('Просмотр журнала');
  expect(actWords({ kind: 'search.run', detail: 'cut off…' }, words)).toBe('Поиск');
  expect(actWords({ kind: 'material.registered', detail: '{"method":"journal.page"}' }, words)).toBe('Зарегистрирован материал');
  expect(actWords({ kind: 'drawer.opened', detail: '' }, words)).toBe('drawer.opened');
});
