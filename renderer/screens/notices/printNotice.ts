import { useGo } from '../common/here.ts';
import type { NoticeRow } from './NoticeStatus.tsx';

/** The form in which each kind of notice is printed. */
const forms = { similar: 'P9', breach: 'P17', unlistedSender: 'letter' } as const;

export function usePrintNotice(): (notice: Pick<NoticeRow, 'id' | 'kind'>) => void {
  const go = useGo();
  return ({ id, kind }) => go('print', { form: forms[kind], noticeId: id });
}
