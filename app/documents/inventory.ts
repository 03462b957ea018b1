import { highest, type Degree } from '../agreement/grif.ts';
import type { DocumentModel, Signature } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Addressee, type Requisites, type Stationery } from './stationery.ts';

/** One file, or one carrier that is no file; further files of the same copy of a number follow it and are not counted again. */
export interface InventoryItem {
  readonly number: string;
  readonly degree: Degree;
  readonly copy: number;
  readonly carrier: 'paper' | 'optical' | 'flash' | 'photo' | 'sample' | 'oral' | 'other';
  readonly sheets: number | null;
  /** SHA-256, hex; empty where the carrier is no file. */
  readonly sha256: string;
}

export interface Inventory {
  readonly requisites: Requisites;
  readonly packageNumber: string;
  readonly addressee: Addressee;
  /** Number of the physical seal; empty: to be filled in by hand. */
  readonly seal: string;
  readonly items: readonly InventoryItem[];
  readonly composedBy: string;
  readonly checkedBy: string;
}

/** P2. Two officers sign it (Art. 11); its grif is the highest of what it lists. */
export function inventory(stationery: Stationery, given: Inventory): DocumentModel {
  const { words, marks } = stationery;
  const form = words.forms.P2;
  const positions = positionsOf(given.items);
  const signatures: Signature[] = [
    { post: form.composedBy, name: given.composedBy },
    { post: form.checkedBy, name: given.checkedBy },
  ];
  return paper(stationery, {
    form: 'P2',
    degree: highest(given.items.map((item) => item.degree)),
    requisites: given.requisites,
    text: () => ({
      title: form.title,
      blocks: [
        {
          kind: 'fields',
          fields: [
            { label: form.package, value: given.packageNumber },
            { label: form.addressee, value: [given.addressee.body, given.addressee.state].filter((line) => line !== '').join('\n') },
            { label: form.seal, value: given.seal },
          ],
        },
        {
          kind: 'table',
          columns: [
            { label: form.position, width: 5, align: 'right' },
            { label: form.number, width: 20 },
            { label: form.grif, width: 12 },
            { label: form.copy, width: 8, align: 'right' },
            { label: form.carrier, width: 12 },
            { label: form.sheets, width: 10, align: 'right' },
            { label: form.hash, width: 33, style: 'code' },
          ],
          rows: given.items.map((item, index) => {
            const position = positions[index];
            // Further files of an enclosure stand below it, without a number of their own.
            if (position === undefined) return ['', '', '', '', '', '', groups(item.sha256, 16)];
            return [
              String(position),
              item.number,
              marks[item.degree],
              String(item.copy),
              words.common.carriers[item.carrier],
              item.sheets === null ? '–' : String(item.sheets),
              groups(item.sha256, 16),
            ];
          }),
        },
        {
          kind: 'paragraph',
          text: fill(form.total, {
            items: positions.filter((position) => position !== undefined).length,
            sheets: given.items.reduce((sum, item) => sum + (item.sheets ?? 0), 0),
          }),
        },
      ],
    }),
    signatures,
  });
}

/** Digits in groups, so that two people can compare them aloud. */
export function groups(hex: string, size: number): string {
  return hex.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';
}

/** 1, 2, 3... for the first line of each enclosure, which is one copy of one number; undefined for its further files. */
function positionsOf(items: readonly InventoryItem[]): readonly (number | undefined)[] {
  const seen = new Set<string>();
  return items.map(({ number, copy }) => {
    const key = `${number} ${String(copy)}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    return seen.size;
  });
}
