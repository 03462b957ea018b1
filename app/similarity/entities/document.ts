import { latinCode } from '../homoglyphs.ts';
import type { Entity } from '../feature.ts';
import type { Finder } from './finder.ts';

type Rule = { form: 'id' | 'ref'; pattern: RegExp };

const NUMBER = '(\\p{Lu}{1,3}[ №-]{0,3}\\d{6,9}|\\d{2} ?\\d{2} ?\\d{6}|\\d{7,14})';
const PAPER = 'паспорт\\p{L}*|шиноснома\\p{L}*|төлқұжат\\p{L}*|жеке куәлі\\p{L}*|удостоверени\\p{L}*|passport|pasport\\p{L}*|vəsiqə\\p{L}*|ИНН|ИИН|ЖСН|ПИН|PIN|IMEI|JShShIR|ПИНФЛ|FİN';
const REFERENCE = '\\d{1,4}[/-]\\d{1,5}(?:[/-]\\d{1,4})?';

/** Most decisive first. `ref` is a letter's own number (исх. 4/118): supplements name their parent by it (Art. 7). */
const RULES: readonly Rule[] = [
  { form: 'id', pattern: new RegExp(`(?<!\\p{L})(?:${PAPER})[\\s:.,№#N-]{0,6}(?:серия|seriya|№|No\\.?)?[\\s:]{0,2}${NUMBER}(?![\\p{L}\\p{N}])`, 'giu') },
  { form: 'id', pattern: /(?<![\p{L}\p{N}])([A-ZА-Я]{2} ?№? ?\d{7})(?![\p{L}\p{N}])/gu },
  { form: 'id', pattern: /(?<![\p{L}\p{N}])(\d{14,15})(?![\p{L}\p{N}])/gu },
  { form: 'ref', pattern: new RegExp(`(?:исх|вх|№|ref|chiq|сод|шығ|çıx|çyk|no)[.:№ ]{0,4}(${REFERENCE})(?![\\d./-])`, 'giu') },
  { form: 'ref', pattern: /(?<![\d./,-])(\d{1,4}\/\d{3,5})(?![\d./-])/g },
];

const letters = (text: string) => latinCode(text.toUpperCase()).replace(/[^A-Z\d]/g, '');

/** A letter's own number in normal form (`4/118`): look-alikes and spaces removed, the separator kept as a slash. */
export const referenceValue = (reference: string): string =>
  `ref ${latinCode(reference.normalize('NFKC').toUpperCase()).replace(/\s/g, '').replace(/[-–—]/g, '/')}`;

/** Numbers of identity papers (`id AA1234567`) and of letters (`ref 4/118`). */
export const findDocuments: Finder = function* (text) {
  for (const { form, pattern } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const number = match[1] ?? '';
      const end = match.index + match[0].length;
      const value = form === 'ref' ? referenceValue(number) : `id ${letters(number)}`;
      yield { kind: 'document', value, start: end - number.length, end } satisfies Entity;
    }
  }
};
