import { consentRevokedNotice } from '#app/documents/consent-revoked.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Paper } from '../notice-forms.ts';

/** L4 (R8.7). */
export function consentRevokedPaper({ stationery, notice, ...paper }: Paper): DocumentModel | undefined {
  const { particulars, lines: [line] } = notice;
  if (particulars?.kind !== 'consentRevoked' || line === undefined) return undefined;
  const { revokedOn, consent } = particulars;
  return consentRevokedNotice(stationery, { ...paper, degree: notice.degree ?? 'UPPER', revokedOn, ourNumber: line.ourNumber, packages: notice.received, consent });
}
