import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { entryOf, methods } from '#app/contract/index.ts';
import { refusalCodes } from '#app/contract/refusals.ts';
import { contractDocument } from './document.ts';
import { fieldLines, typeWords } from './fields.ts';
import { nodeOf } from './shapes.ts';

const written = contractDocument();

test('docs/contract.md is what the schemas say today; npm run contract writes it anew', () => {
  expect(readFileSync(resolve(import.meta.dirname, '../../docs/contract.md'), 'utf8')).toBe(written);
});

test('every method has its chapter, with each field of its input and each of its refusals', () => {
  for (const method of methods) {
    const chapter = written.split(`\n### ${method}\n`)[1]?.split('\n### ')[0] ?? '';
    const entry = entryOf(method);
    expect([method, chapter.includes(entry?.summary ?? 'none')]).toEqual([method, true]);
    for (const code of entry?.refusals ?? []) expect([method, chapter.includes(`- \`${code}\` (Art. `)]).toEqual([method, true]);
    if (entry?.input instanceof z.ZodObject) for (const field of Object.keys(entry.input.shape)) if (chapter.includes('Input:\n')) expect([method, field, chapter.includes(`\`${field}\``)]).toEqual([method, field, true]);
  }
});

test('every refusal stands in the list with its article, rule and a text', () => {
  for (const code of refusalCodes) expect(written).toMatch(new RegExp(`^\\| \`${code.replace('.', '\\.')}\` \\| \\d+ \\| R\\d+\\.\\d+ \\| .{4,} \\|$`, 'mu'));
});

test('every link leads to a heading', () => {
  const headings = new Set([...written.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-')));
  for (const [, target = ''] of written.matchAll(/\]\(#([^)]+)\)/g)) expect([target, headings.has(target)]).toEqual([target, true]);
});

test('fields are told with their bounds, choices and what may be left out', () => {
  const schema = z.strictObject({ n: z.int().min(1).max(2000), of: z.array(z.enum(['a', 'b'])).max(3).nullable(), at: z.strictObject({ x: z.boolean() }).optional() });
  expect(fieldLines(nodeOf(schema, 'input'))).toEqual([
    '- `n`: whole number, 1 to 2 000', '- `of`: list of `a` or `b`, up to 3 or null', '- `at`: object (may be left out)', '  - `x`: true or false',
  ]);
  expect(typeWords(nodeOf(z.union([z.string(), z.number()]), 'input'))).toBe('text or number');
});
