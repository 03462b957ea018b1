import { highest, type Degree } from '../agreement/grif.ts';
import type { DocumentModel, Signature } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Addressee, type Requisites, type Stationery } from './stationery.ts';

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
            { label: form.number, width: 16 },
            { label: form.grif, width: 13 },
            { label: form.copy, width: 8, align: 'right' },
            { label: form.carrier, width: 14 },
            { label: form.sheets, width: 10, align: 'right' },
            { label: form.hash, width: 34, style: 'code' },
          ],
          rows: given.items.map((item, index) => [
            String(index + 1),
            item.number,
            marks[item.degree],
            String(item.copy),
            words.common.carriers[item.carrier],
            item.sheets === null ? '–' : String(item.sheets),
            groups(item.sha256, 16),
          ]),
        },
        {
          kind: 'paragraph',
          text: fill(form.total, {
            items: given.items.length,
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
