import { breachNotice } from '#app/documents/breach-notice.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Paper } from '../notice-forms.ts';

/** P17 (Art. 14). */
export function breachPaper({ stationery, notice, ...paper }: Paper): DocumentModel | undefined {
  const { incident } = notice;
  if (incident === null) return undefined;
  return breachNotice(stationery, {
    ...paper, ownDegree: notice.degree ?? 'UPPER', kind: incident.kind, object: incident.object, discoveredAt: incident.discoveredAt, measures: '', circumstances: '',
    materials: [
      ...notice.lines.map(({ ownReference, ownDate, ourNumber }) => ({ ownNumber: ownReference, ownDate: ownDate ?? '', ourNumber })),
      ...notice.received.map(({ number: ourNumber, date }) => ({ ownNumber: '', ownDate: date, ourNumber })),
    ],
  });
}
