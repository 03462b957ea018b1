import type { Answer } from '#app/contract/index.ts';
import { StatusBadge } from '../../components/badges.tsx';
import type { GridColumn } from '../../components/grid/columns.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts, type T } from '../../language/texts.ts';

export type RequestRow = Answer<'requests.list'>[number];
export const requestStatuses = ['open', 'awaitsJustification'] as const;

export function RequestStatus({ row }: { readonly row: Pick<RequestRow, 'status'> }) {
  const { t } = useTexts();
  return <StatusBadge tone={row.status === 'open' ? 'good' : 'warn'}>{t(`requests.status.${row.status}`)}</StatusBadge>;
}

export const requestColumns = (t: T, nameOf: (code: string) => string): readonly GridColumn<RequestRow>[] => [
  { id: 'status', title: 'requests.columns.status', width: 170, cell: (row) => <RequestStatus row={row} /> },
  { id: 'from', title: 'requests.columns.from', width: 220, cell: (row) => nameOf(row.from) },
  { id: 'number', title: 'requests.columns.number', width: 110, cell: (row) => row.number },
  { id: 'date', title: 'requests.columns.date', width: 100, cell: (row) => showDate(row.date) },
  { id: 'kind', title: 'requests.columns.kind', width: 170, cell: (row) => t(`requests.kind.${row.kind}`) },
  { id: 'topic', title: 'requests.columns.topic', width: 320, cell: (row) => row.topic },
  { id: 'answers', title: 'requests.columns.answers', width: 90, align: 'end', cell: (row) => row.answers },
  { id: 'sent', title: 'requests.columns.sent', width: 90, align: 'end', cell: (row) => row.sent },
];
