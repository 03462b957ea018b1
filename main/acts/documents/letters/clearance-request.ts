import { clearanceRequest } from '#app/documents/clearance-request.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Paper } from '../notice-forms.ts';

/** P15 (R12.2). */
export function clearanceRequestPaper({ stationery, notice, ...paper }: Paper): DocumentModel | undefined {
  const { particulars } = notice;
  if (particulars?.kind !== 'clearanceRequest') return undefined;
  const { person, degree: asked, need } = particulars;
  return clearanceRequest(stationery, { ...paper, degree: notice.degree ?? 'LOWER', person, asked, need });
}
