import type { GridColumn } from '../../components/grid/columns.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { OutState, type OutRow } from './OutState.tsx';

export const outColumns = (nameOf: (code: string) => string): readonly GridColumn<OutRow>[] => [
  { id: 'number', title: 'packages.columns.number', width: 160, cell: (row) => row.number },
  { id: 'state', title: 'packages.columns.state', width: 210, cell: (row) => <OutState row={row} /> },
  { id: 'recipient', title: 'packages.columns.recipient', width: 240, cell: (row) => nameOf(row.recipient) },
  { id: 'sealedAt', title: 'packages.columns.sealedAt', width: 130, cell: (row) => showDateTime(row.sealedAt) },
  { id: 'items', title: 'packages.columns.items', width: 90, align: 'end', cell: (row) => String(row.items) },
  { id: 'channel', title: 'packages.columns.channel', width: 130, cell: (row) => row.channel },
  { id: 'receiptAt', title: 'packages.columns.receiptAt', width: 110, cell: (row) => (row.receiptAt === null ? '—' : showDate(row.receiptAt)) },
];
