import type { DocumentModel } from '#app/documents/model.ts';
import { restrictionNotice } from '#app/documents/restriction-notice.ts';
import type { Paper } from '../notice-forms.ts';

/** P13 (Art. 9). */
export function restrictionPaper({ stationery, notice, ...paper }: Paper): DocumentModel | undefined {
  const { particulars } = notice;
  if (particulars?.kind !== 'restrictionChange') return undefined;
  const { change, rule, from, to, outOfScope } = particulars;
  return restrictionNotice(stationery, {
    ...paper, ownDegree: notice.degree ?? 'UPPER', change, rule, from, to, outOfScope, given: notice.lines.map(({ ourNumber: number, ourDate: date }) => ({ number, date })),
  });
}
