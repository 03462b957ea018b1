import type { Answer } from '#app/contract/index.ts';
import { StatusBadge } from '../../components/badges.tsx';
import type { GridColumn } from '../../components/grid/columns.ts';
import { showDateTime } from '../../language/dates.ts';
import type { T } from '../../language/texts.ts';

export type ReceivedRow = Answer<'incoming.page'>['rows'][number];

export const receivedColumns = (t: T, nameOf: (code: string) => string): readonly GridColumn<ReceivedRow>[] => [
  { id: 'number', title: 'packages.columns.number', width: 160, cell: (row) => row.number },
  { id: 'sender', title: 'packages.columns.sender', width: 240, cell: (row) => (row.sender.kind === 'listed' ? nameOf(row.sender.body) : [row.sender.state, row.sender.nameAsWritten].filter(Boolean).join(' ')) },
  { id: 'outerNumber', title: 'packages.columns.outerNumber', width: 140, cell: (row) => row.outerNumber },
  { id: 'receivedAt', title: 'packages.columns.receivedAt', width: 130, cell: (row) => showDateTime(row.receivedAt) },
  { id: 'materials', title: 'packages.columns.items', width: 90, align: 'end', cell: (row) => String(row.materials) },
  { id: 'sealed', title: 'packages.columns.sealed', width: 120, cell: (row) => (row.sealedHash === null ? t('packages.paper') : t('packages.sealed')) },
  { id: 'admission', title: 'packages.columns.admission', width: 170, cell: (row) => <StatusBadge tone={row.admission === 'admitted' ? 'good' : 'warn'}>{t(`packages.admission.${row.admission}`)}</StatusBadge> },
];
