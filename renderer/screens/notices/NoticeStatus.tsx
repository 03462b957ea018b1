import type { Answer } from '#app/contract/index.ts';
import { StatusBadge, type Tone } from '../../components/badges.tsx';
import { useTexts } from '../../language/texts.ts';

export type NoticeRow = Answer<'notices.page'>['rows'][number];

const tones: Readonly<Record<NoticeRow['status'], Tone>> = { draft: 'info', issued: 'warn', acknowledged: 'good', cancelled: 'neutral' };

/** Where a notice stands; one that is overdue says so in words as well as in red. */
export function NoticeStatus({ row }: { readonly row: Pick<NoticeRow, 'status' | 'overdue'> }) {
  const { t } = useTexts();
  const status = t(`notices.status.${row.status}`);
  return row.overdue ? <StatusBadge tone="bad">{t('notices.overdue', { status })}</StatusBadge> : <StatusBadge tone={tones[row.status]}>{status}</StatusBadge>;
}
