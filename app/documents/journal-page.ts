import type { Degree } from '../agreement/grif.ts';
import { requisiteDate, requisiteDateTime } from './dates.ts';
import { groups } from './inventory.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Requisites, type Stationery } from './stationery.ts';

export interface JournalEntry {
  readonly seq: number;
  /** Civil date-time. */
  readonly at: string;
  readonly officer: string;
  readonly workstation: string;
  /** What was done, worded by the caller. */
  readonly deed: string;
  readonly subject: string;
  readonly result: 'done' | 'refused';
  readonly hash: string;
}

export interface JournalPage {
  readonly requisites: Requisites;
  readonly degree: Degree | null;
  /** Civil dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly entries: readonly JournalEntry[];
  /** The journal's head when the extract was made: what makes the paper a witness of the chain (R11.4). */
  readonly head: { readonly seq: number; readonly hash: string };
  /** Sequence number of the first broken entry, or null when the whole chain holds. */
  readonly brokenAt: number | null;
  readonly keptBy: string;
}

/** P23, signed on paper by the keeper and by a second officer (Art. 11). Gaps in the numbers are named. */
export function journalPage(stationery: Stationery, page: JournalPage): DocumentModel {
  const { words } = stationery;
  const form = words.forms.P23;
  const entries = page.entries;
  const first = entries[0]?.seq ?? 0;
  const last = entries.at(-1)?.seq ?? 0;
  return paper(stationery, {
    form: 'P23',
    sheet: 'landscape',
    degree: page.degree,
    requisites: page.requisites,
    text: () => ({
      title: form.title,
      blocks: [
        {
          kind: 'fields',
          fields: [
            { label: form.period, value: fill(form.periodValue, { from: requisiteDate(page.from), to: requisiteDate(page.to) }) },
            { label: form.entries, value: fill(form.entriesValue, { first, last, count: entries.length }) },
            { label: form.gaps, value: gaps(entries.map((entry) => entry.seq)) || words.common.none },
            { label: form.chain, value: page.brokenAt === null ? form.whole : fill(form.broken, { seq: page.brokenAt }) },
          ],
        },
        {
          kind: 'table',
          columns: [
            { label: form.seq, width: 6, align: 'right' },
            { label: form.at, width: 14 },
            { label: form.officer, width: 15 },
            { label: form.workstation, width: 10 },
            { label: form.deed, width: 22 },
            { label: form.subject, width: 14 },
            { label: form.result, width: 9 },
            { label: form.hash, width: 10, style: 'code' },
          ],
          rows: entries.map((entry) => [
            String(entry.seq),
            requisiteDateTime(entry.at),
            entry.officer,
            entry.workstation,
            entry.deed,
            entry.subject,
            form.results[entry.result],
            entry.hash.slice(0, 8),
          ]),
        },
        { kind: 'fields', fields: [{ label: fill(form.head, { seq: page.head.seq }), value: groups(page.head.hash, 8) }] },
      ],
    }),
    signatures: [
      { post: form.keptBy, name: page.keptBy },
      { post: form.checkedBy, name: '' },
    ],
  });
}

/** Numbers missing between neighbours, as ranges: `4, 7–9`. */
function gaps(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
  return sorted
    .flatMap((seq, index) => {
      const before = sorted[index - 1];
      if (before === undefined || seq === before + 1) return [];
      return seq === before + 2 ? [String(before + 1)] : [`${before + 1}–${seq - 1}`];
    })
    .join(', ');
}
