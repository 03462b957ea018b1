import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs/agreement.md'), 'utf8');

/** Every requirement of the text (M) or needed to obey it (D), by its article. */
const required: Readonly<Record<string, number>> = { 1: 6, 2: 1, 3: 4, 4: 3, 5: 2, 6: 1, 7: 11, 8: 9, 9: 10, 10: 5, 11: 7, 12: 8, 13: 1, 14: 9, 15: 5, 16: 1, 17: 1, 18: 1, 19: 1, 20: 4, 21: 1, 22: 4, 23: 3 };
/** The Centre's own term for its notices (C): a setting, not a requirement. */
const left = new Set(['R7.10']);
const ids = Object.entries(required).flatMap(([article, count]) => Array.from({ length: count }, (_, n) => `R${article}.${n + 1}`)).filter((id) => !left.has(id));

const rows = text.split('\n').filter((line) => /^\| R\d/.test(line)).map((line) => {
  const [name = '', requirement = '', state = '', lives = '', proof = '', screen = '', missing = ''] = line.split('|').slice(1, -1).map((cell) => cell.trim());
  const [id = '', mark = ''] = name.split(' ');
  return { id, mark, requirement, state, lives, proof, screens: screen === '' || screen === '-' ? [] : screen.split(', '), screen, missing };
});
const cited = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '');

describe('docs/agreement.md', () => {
  it('has one line for each requirement of every article', () => {
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows.filter(({ mark, requirement, state }) => !/^[MD]$/.test(mark) || requirement === '' || !/^(met|part|absent)$/.test(state)).map(({ id }) => id)).toEqual([]);
  });

  it('names only files and screens that exist, and proofs that are tests or scenarios', () => {
    expect(rows.flatMap(({ id, lives, proof, missing }) => cited(lives + proof + missing).filter((file) => !existsSync(join(root, file))).map((file) => `${id}: ${file}`))).toEqual([]);
    expect(rows.flatMap(({ id, screens }) => screens.filter((screen) => !existsSync(join(root, 'renderer/screens', screen))).map((screen) => `${id}: ${screen}`))).toEqual([]);
    expect(rows.flatMap(({ id, proof }) => cited(proof).filter((file) => !/\.(test|spec)\.ts$|^assets\/scenarios\/.+\.json$/.test(file)).map((file) => `${id}: ${file}`))).toEqual([]);
  });

  it('says where a met requirement lives, what proves it and where an officer meets it, and of every other what is missing or that it is absent', () => {
    expect(rows.filter(({ state, lives, proof, screen, missing }) => state === 'met' && (cited(lives).length === 0 || cited(proof).length === 0 || screen === '' || missing !== '')).map(({ id }) => id)).toEqual([]);
    expect(rows.filter(({ state, lives, proof, missing }) => state === 'part' && (cited(lives).length === 0 || cited(proof).length === 0 || missing === '')).map(({ id }) => id)).toEqual([]);
    expect(rows.filter(({ state, lives, proof }) => state === 'absent' && lives + proof !== '').map(({ id }) => id)).toEqual([]);
  });
});
