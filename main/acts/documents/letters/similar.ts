import type { DocumentModel } from '#app/documents/model.ts';
import { similarNotice } from '#app/documents/similar-notice.ts';
import type { Paper } from '../notice-forms.ts';

/** P9 (Art. 7). */
export const similarPaper = ({ stationery, notice, ...paper }: Paper): DocumentModel => similarNotice(stationery, {
  ...paper, ownDegree: notice.degree ?? 'LOWER',
  own: notice.lines.map(({ ownReference, ownDate, ourNumber, ourDate }) => ({ ownNumber: ownReference, ownDate: ownDate ?? '', ourNumber, ourDate })),
});
