import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { refusalCodes } from '#app/contract/refusals.ts';

const root = resolve(import.meta.dirname, '..');

it('knows no refusal that nothing raises', () => {
  const written = ['app', 'main'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture|test-support)\.ts$/.test(name) && !name.startsWith(join('app', 'contract')))
    .map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
  expect(refusalCodes.length).toBeGreaterThan(100);
  expect(refusalCodes.filter((code) => !written.includes(`'${code}'`))).toEqual([]);
});
