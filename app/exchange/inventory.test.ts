import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameProblem } from './file-name.ts';
import { civilDate, inventoryFiles, inventoryLimits, inventorySchema, inventorySchemaId, packageNumber, payloadPath } from './inventory.ts';
import type { Inventory } from './inventory.ts';

// Fictional throughout.
const sum = 'a'.repeat(64);
const good: Inventory = {
  schema: inventorySchemaId, package: 'CARICC/2026-17', sender: 'CARICC', addressee: 'UZ-01', date: '2026-11-22',
  items: [{
    registrationNumber: '02/2026-0144', copyNumber: '2', sheets: 3, markingVerbatim: 'MAXFIY', grif: 'LOWER', evaluationVerbatim: 'B2',
    restrictions: ['не передавать\nдалее'], consentReference: null, originatorReference: '4/118',
    files: [{ path: payloadPath(1), name: 'Boshqarma „Lochin“ oʻ.pdf', bytes: 0, sha256: sum }],
  }],
  documents: [{ kind: 'letter', path: 'data/documents/letter.pdf', bytes: 10, sha256: sum }],
};
const item = good.items[0];
const withItem = (change: object) => ({ ...good, items: [{ ...item, ...change }] });
const withFile = (change: object) => withItem({ files: [{ ...item?.files[0], ...change }] });
const passes = (value: unknown) => inventorySchema.safeParse(value).success;

describe('an inventory', () => {
  it('passes with everything in it, and keeps each character', () => {
    expect(inventorySchema.parse(structuredClone(good))).toEqual(good);
    expect(inventoryFiles(good).map(({ path }) => path)).toEqual(['data/files/00001.bin', 'data/documents/letter.pdf']);
  });

  it('is refused with unknown fields, wrong types or values beyond a limit', () => {
    const bad: unknown[] = [
      null, [], {}, { ...good, extra: 1 }, { ...good, date: '2026-02-30' }, { ...good, addressee: 'uz-1' }, { ...good, items: [], documents: [] },
      withItem({ sheets: -1 }), withItem({ sheets: '3' }), withItem({ registrationNumber: '' }), withItem({ registrationNumber: ' 1' }),
      withItem({ registrationNumber: '1\n2' }), withItem({ markingVerbatim: 'x'.repeat(501) }), withItem({ markingVerbatim: 'a\0' }),
      withItem({ markingVerbatim: '\ud800' }), withItem({ evaluationVerbatim: undefined }), withItem({ restrictions: [''] }),
      withFile({ bytes: inventoryLimits.fileBytes + 1 }), withFile({ bytes: 1.5 }), withFile({ sha256: sum.toUpperCase() }),
      withFile({ path: '../x' }), withFile({ path: 'data/files/1.bin' }), withFile({ path: 'data/inventory.json' }),
      { ...good, documents: [{ ...good.documents[0], kind: 'receipt' }] }, { ...good, documents: [good.documents[0], good.documents[0]] },
      withItem({ files: [item?.files[0], item?.files[0]] }),
    ];
    for (const value of bad) expect([passes(value), JSON.stringify(value)]).toEqual([false, JSON.stringify(value)]);
  });

  it('is refused with more files in all than a package may hold', () => {
    const items = Array.from({ length: 11 }, (_, i) => ({ ...item, files: Array.from({ length: 500 }, (_f, j) => ({ ...item?.files[0], path: payloadPath(i * 500 + j + 1) })) }));
    expect(passes({ ...good, items: items.slice(0, 9) })).toBe(true);
    expect(passes({ ...good, items })).toBe(false);
  });
});

describe('the name of a file', () => {
  it('is refused by the name of what is wrong with it', () => {
    const bad = {
      '': 'empty', '..': 'dots', '.': 'dots', '../etc': 'separator', 'a\\b': 'separator', 'C:x': 'separator', 'a\0b': 'control', 'a\u0085b': 'control',
      'gnp.\u202Eexe': 'direction', 'a\u2066b': 'direction', 'con': 'reserved', 'NUL.txt': 'reserved', 'com1.tar.gz': 'reserved', 'LPT9': 'reserved',
      'a.': 'trailing', 'a ': 'trailing', '\udc00': 'malformed', [`${'я'.repeat(128)}`]: 'long',
    };
    for (const [name, problem] of Object.entries(bad)) expect([name, fileNameProblem(name)]).toEqual([name, problem]);
  });

  it('passes in every alphabet of the eight languages', () => {
    for (const name of ['Справка № 4.doc', 'Қазақстан.pdf', 'Oʻzbek.txt', 'Türkmençe.jpg', 'Тоҷикӣ', 'Кыргызча', 'Azərbaycan', '.hidden', 'console.txt', 'a..b']) {
      expect([name, fileNameProblem(name)]).toEqual([name, null]);
    }
  });

  it('that passes never leads out of a folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (name) => {
        if (fileNameProblem(name) === null) expect(/[/\\:\0]/u.test(name) || name === '.' || name === '..').toBe(false);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('the number of a package', () => {
  it('takes what stands on labels and nothing that could be a path', () => {
    for (const number of ['П-77', 'KZ-01/2026-17', '№ 5'.slice(2), '1', 'A 1.2']) expect(packageNumber.safeParse(number).success).toBe(true);
    for (const number of ['', '/a', 'a/', '../a', 'a\0', 'a\u202Eb', 'x'.repeat(41), '-']) expect([number, packageNumber.safeParse(number).success]).toEqual([number, false]);
    expect(civilDate.safeParse('2024-02-29').success).toBe(true);
    expect(civilDate.safeParse('2026-02-29').success).toBe(false);
  });
});
