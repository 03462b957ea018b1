import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutMetadata } from './pdf-metadata.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const words = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** The outline of a PDF as Skia writes it; fictional. */
const pdf = (info: string, trailer = '/Info 1 0 R\n/ID [<0A> <0B>]'): string => `%PDF-1.4\n1 0 obj\n<<${info}>>\nendobj\n2 0 obj\n<</Type /Catalog>>\nendobj\nxref\n0 3\ntrailer\n<</Size 3\n/Root 2 0 R\n${trailer}>>\nstartxref\n99\n%%EOF\n`;

it('blanks creator, producer, dates, title and id, and moves no byte', () => {
  const before = pdf('/Title (Fictional)\n/Creator (Mozilla/5.0)\n/Producer (Skia/PDF m1)\n/CreationDate (D:20261122120000+00\'00\')');
  const after = words(withoutMetadata(bytes(before)));
  expect(after).toHaveLength(before.length);
  expect(after).not.toMatch(/Title|Mozilla|Skia|D:2026|ID \[/);
  expect(after.indexOf('2 0 obj')).toBe(before.indexOf('2 0 obj'));
  expect(after).toContain('/Root 2 0 R');
});

it('is not deceived by brackets inside a title', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('\\(', '\\)', '(a)', '>>', '<<', '\\\\', 'x', ' 9 0 obj '), { maxLength: 12 }), (parts) => {
    const after = words(withoutMetadata(bytes(pdf(`/Title (${parts.join('')})\n/Producer (Skia)`))));
    expect(after).not.toContain('Skia');
    expect(after).toContain('<</Type /Catalog>>');
  }), { seed: 7 });
});

it('leaves the caller\'s bytes alone', () => {
  const given = bytes(pdf('/Producer (Skia)'));
  withoutMetadata(given);
  expect(words(given)).toContain('Skia');
});

it('refuses what it cannot find its way in, instead of letting the metadata out', () => {
  expect(() => withoutMetadata(bytes('%PDF-1.7 compressed'))).toThrow('trailer');
  expect(() => withoutMetadata(bytes(pdf('', '/Info 8 0 R')))).toThrow('not found');
  expect(() => withoutMetadata(bytes('1 0 obj\n<</Title (open\ntrailer\n/Info 1 0 R'))).toThrow('does not end');
});
