import type { GridColumn } from '../../components/grid/columns.ts';
import { GrifBadge } from '../../components/badges.tsx';
import { showDate, showDateTime } from '../../language/dates.ts';
import type { T } from '../../language/texts.ts';
import styles from '../common/common.module.css';
import { NoticeStatus, type NoticeRow } from './NoticeStatus.tsx';

export const noticeColumns = (t: T, nameOf: (code: string) => string): readonly GridColumn<NoticeRow>[] => [
  { id: 'status', title: 'notices.columns.status', width: 190, cell: (row) => <NoticeStatus row={row} /> },
  { id: 'kind', title: 'notices.columns.kind', width: 190, cell: (row) => t(`notices.kind.${row.kind}`) },
  { id: 'addressee', title: 'notices.columns.addressee', width: 220, cell: (row) => nameOf(row.addressee) },
  { id: 'number', title: 'notices.columns.number', width: 150, cell: (row) => row.number ?? '—' },
  { id: 'draftedAt', title: 'notices.columns.draftedAt', width: 130, cell: (row) => showDateTime(row.draftedAt) },
  { id: 'dueOn', title: 'notices.columns.dueOn', width: 100, cell: (row) => (row.dueOn === null ? '—' : <span className={row.overdue ? styles['overdue'] : undefined}>{showDate(row.dueOn)}</span>) },
  { id: 'issuedAt', title: 'notices.columns.issuedAt', width: 130, cell: (row) => (row.issuedAt === null ? '—' : showDateTime(row.issuedAt)) },
  { id: 'degree', title: 'notices.columns.degree', width: 180, cell: (row) => (row.degree === null ? t('notices.unclassified') : <GrifBadge degree={row.degree} />) },
];
