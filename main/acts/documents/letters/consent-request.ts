import { consentRequest } from '#app/documents/consent-request.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Paper } from '../notice-forms.ts';

/** P10 (R8.4). */
export function consentRequestPaper({ stationery, notice, bodyNamed, ...paper }: Paper): DocumentModel | undefined {
  const { particulars, lines } = notice;
  if (particulars?.kind !== 'consentRequest') return undefined;
  const { recipient, purpose, product } = particulars;
  return consentRequest(stationery, {
    ...paper, degree: notice.degree ?? 'UPPER', product, purpose, recipient: bodyNamed(recipient),
    own: lines.map(({ ownReference, ownDate, ourNumber, ourDate }) => ({ ownNumber: ownReference, ownDate, our: { number: ourNumber, date: ourDate } })),
  });
}
