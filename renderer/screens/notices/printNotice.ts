import { letterKinds } from '#app/notices/kinds.ts';
import { go } from '../../frame/router.ts';
import type { NoticeRow } from './NoticeStatus.tsx';

/** Each kind of notice in its own form. */
export const printNotice = ({ id, kind }: Pick<NoticeRow, 'id' | 'kind'>): void => go('print', { form: letterKinds[kind].form, noticeId: id });
