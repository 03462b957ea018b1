import { go } from '../../frame/router.ts';
import type { NoticeRow } from './NoticeStatus.tsx';

/** The form in which each kind of notice is printed. */
const forms = { similar: 'P9', breach: 'P17', unlistedSender: 'letter' } as const;

export const printNotice = ({ id, kind }: Pick<NoticeRow, 'id' | 'kind'>): void => go('print', { form: forms[kind], noticeId: id });
