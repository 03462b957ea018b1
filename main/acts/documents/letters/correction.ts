import { correctionNotice } from '#app/documents/correction-notice.ts';
import { evaluationRequest } from '#app/documents/evaluation-request.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Paper } from '../notice-forms.ts';

/** L5 (R8.9) and L6 (R15.5). */
export function correctionPaper({ stationery, notice, ...paper }: Paper): DocumentModel | undefined {
  const { particulars } = notice;
  const given = notice.lines.map(({ ourNumber: number, ourDate: date }) => ({ number, date }));
  const letter = { ...paper, ownDegree: notice.degree ?? 'UPPER', given } as const;
  if (particulars?.kind === 'evaluationChange') return correctionNotice(stationery, { ...letter, form: 'L6', correction: particulars.code });
  return particulars?.kind === 'rectification' ? correctionNotice(stationery, { ...letter, form: 'L5', correction: particulars.text }) : undefined;
}

/** L2 (R15.1, R15.2). */
export function evaluationRequestPaper({ stationery, notice, ...paper }: Paper): DocumentModel | undefined {
  const { particulars, lines: [line] } = notice;
  if (particulars?.kind !== 'evaluationRequest' || line === undefined) return undefined;
  const { typed, suggestion } = particulars;
  return evaluationRequest(stationery, { ...paper, degree: notice.degree ?? 'UPPER', own: { number: line.ownReference, date: line.ownDate ?? line.ourDate }, typed, suggestion });
}
