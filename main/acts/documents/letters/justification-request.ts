import { justificationRequest } from '#app/documents/justification-request.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Paper } from '../notice-forms.ts';

/** P14 (R12.1). */
export function justificationRequestPaper({ stationery, notice, ...paper }: Paper): DocumentModel | undefined {
  const { particulars } = notice;
  if (particulars?.kind !== 'justificationRequest') return undefined;
  const { number, date, rejected } = particulars;
  return justificationRequest(stationery, { ...paper, degree: notice.degree ?? 'LOWER', asked: { number, date }, rejected });
}
