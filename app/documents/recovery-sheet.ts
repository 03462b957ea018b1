import { groups } from './inventory.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Requisites, type Stationery } from './stationery.ts';

export interface RecoverySheet {
  readonly requisites: Requisites;
  /** First eight hex characters of the vault's id. */
  readonly vault: string;
  readonly arrangement: string;
  readonly n: number;
  readonly of: number;
  readonly threshold: number;
  readonly holder: string;
  /** Six digits. */
  readonly checkCode: string;
  /** Four lines of 32 digits. */
  readonly lines: readonly string[];
}

/** R1: one share of the recovery, for one holder. It opens what is of the upper degree together with others, so it is a carrier of that degree itself (Art. 9, 10). */
export function recoverySheet(stationery: Stationery, sheet: RecoverySheet): DocumentModel {
  const form = stationery.words.forms.R1;
  const { n, of, threshold } = sheet;
  return paper(stationery, {
    form: 'R1', degree: 'UPPER', requisites: sheet.requisites,
    text: () => ({
      title: fill(form.title, { n, of }),
      blocks: [
        {
          kind: 'fields',
          fields: [
            { label: form.holder, value: sheet.holder }, { label: form.sheet, value: fill(form.sheetOf, { n, of }) }, { label: form.threshold, value: fill(form.thresholdOf, { threshold, of }) },
            { label: form.vault, value: groups(sheet.vault, 4) }, { label: form.arrangement, value: groups(sheet.arrangement, 4) }, { label: form.checkCode, value: groups(sheet.checkCode, 3) },
          ],
        },
        { kind: 'codes', lines: sheet.lines.map((digits, index) => ({ label: fill(form.line, { n: index + 1 }), digits })) },
        { kind: 'paragraph', text: fill(form.what, { threshold }) },
        { kind: 'paragraph', text: form.keep },
      ],
    }),
    signatures: [{ post: form.givenBy, name: sheet.requisites.executor }, { post: form.takenBy, name: sheet.holder }],
  });
}
