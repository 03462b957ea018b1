import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const lines = readFileSync(join(root, 'docs/threat-model.md'), 'utf8').split('\n');

/** A test file as the document cites it: from the root, or of `main/vault` where the name stands alone. */
const pathOf = (cited: string): string => (cited.includes('/') ? cited : `main/vault/${cited}`);
const filesIn = (text: string): string[] => [...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+\.(?:test|spec)\.ts|tests\/[\w/.-]+\.ts)`/g)].map(([, cited]) => pathOf(cited ?? ''));
const quotedIn = (text: string): string[] => [...text.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '');
const partsIn = (text: string): string[] => [...text.matchAll(/parts? ((?:`[a-z ]+`(?:, | and )?)+)/g)].flatMap(([, named]) => [...(named ?? '').matchAll(/`([a-z ]+)`/g)].map(([, part]) => part ?? ''));

interface Row { readonly line: number; readonly promise: string; readonly test: string; readonly files: readonly string[] }

/** Rows of tables whose last column names tests, with the files that each cites, itself or by "the same". */
function* rows(): Generator<Row> {
  let given: readonly string[] | undefined;
  let last: readonly string[] = [];
  for (const [index, line] of lines.entries()) {
    const cells = line.startsWith('|') ? line.split('|').slice(1, -1).map((cell) => cell.trim()) : [];
    const test = cells.at(-1) ?? '';
    if (line.startsWith('#')) given = undefined;
    if (/^\|[-|]+\|$/.test(line)) continue;
    if (/\btest\b/.test(test) && lines[index + 1]?.startsWith('|---') === true) {
      given = filesIn(test);
      last = given;
      continue;
    }
    if (cells.length < 2 || given === undefined) continue;
    const own = filesIn(test);
    const files = [...own, ...(test.includes('the same') ? last : []), ...given];
    if (own.length > 0) last = own;
    yield { line: index + 1, promise: cells[0] ?? '', test, files };
  }
}

const read = new Map<string, string>();
function textOf(file: string): string {
  const text = read.get(file) ?? readFileSync(join(root, file), 'utf8');
  read.set(file, text);
  return text;
}

describe('docs/threat-model.md', () => {
  it('cites only test files that exist', () => {
    const cited = lines.flatMap((line, index) => filesIn(line).map((file) => `${file} (line ${index + 1})`));
    expect(cited.length).toBeGreaterThan(40);
    expect(cited.filter((one) => !existsSync(join(root, one.split(' ')[0] ?? '')))).toEqual([]);
  });

  it('has a test for every promise, and cites each by a name that stands there', () => {
    const all = [...rows()];
    expect(all.length).toBeGreaterThan(50);
    const faults = ['parts.ts', 'index.ts', 'operations.ts', 'cuts.ts', 'clear-text.ts', 'damage.ts', 'disk.ts', 'real-kills.ts'].map((name) => textOf(`tests/faults/${name}`)).join('\n');
    const wrong = all.flatMap(({ line, promise, test, files }) => [
      ...(files.length === 0 && partsIn(test).length === 0 ? [`line ${line}: no test of "${promise}"`] : []),
      ...quotedIn(test).filter((name) => ![...files.map(textOf), faults].some((text) => text.replaceAll("\\'", "'").includes(name))).map((name) => `line ${line}: no "${name}" in ${files.join(', ')}`),
      ...partsIn(test).filter((part) => !new RegExp(`\\b${part}\\b`).test(faults)).map((part) => `line ${line}: no part ${part} of the fault programme`),
    ]);
    expect(wrong).toEqual([]);
  });
});
