import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { EvaluationBadge, GrifBadge } from '../../components/badges.tsx';
import type { GridColumn } from '../../components/grid/columns.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import type { Texts } from '../../language/texts.ts';
import { StatusBadges } from './StatusBadges.tsx';
import { langOf, sourceKindName } from './words.ts';

/** Columns of the list of materials; ids of sortable ones are what main sorts by. */
export const columnsOf = ({ t, language }: Pick<Texts, 't' | 'language'>, bodyName: (code: string) => string): readonly GridColumn<MaterialRow>[] => [
  { id: 'regNo', title: 'materials.column.regNo', width: 196, sortable: true, cell: (row) => row.regNo },
  { id: 'degree', title: 'materials.column.degree', width: 200, sortable: true, cell: (row) => <GrifBadge degree={row.degree} /> },
  { id: 'evaluation', title: 'materials.column.evaluation', width: 116, sortable: true, cell: (row) => (row.product ? '—' : <EvaluationBadge code={row.evaluation} />) },
  { id: 'status', title: 'materials.column.status', width: 170, cell: (row) => <StatusBadges row={row} /> },
  { id: 'originator', title: 'materials.column.originator', width: 180, sortable: true, cell: (row) => <span title={bodyName(row.originator)}>{row.originator} {bodyName(row.originator)}</span> },
  { id: 'senderNumber', title: 'materials.column.senderNumber', width: 84, sortable: true, cell: (row) => (row.product ? '—' : row.senderNumber) },
  { id: 'senderDate', title: 'materials.column.senderDate', width: 104, hidden: true, cell: (row) => showDate(row.senderDate) },
  { id: 'registeredAt', title: 'materials.column.registeredAt', width: 156, sortable: true, cell: (row) => showDateTime(row.registeredAt) },
  { id: 'receivedOn', title: 'materials.column.receivedOn', width: 104, sortable: true, cell: (row) => showDate(row.receivedOn) },
  { id: 'summary', title: 'materials.column.summary', width: 300, cell: (row) => row.summary },
  { id: 'excerpt', title: 'materials.column.excerpt', width: 320, cell: (row) => <bdi lang={langOf(row.language)}>{row.excerpt}</bdi> },
  { id: 'language', title: 'materials.column.language', width: 110, hidden: true, cell: (row) => t(`materials.language.${row.language}`) },
  { id: 'marking', title: 'materials.column.marking', width: 140, hidden: true, cell: (row) => <bdi lang={langOf(row.language)}>{row.marking}</bdi> },
  { id: 'basis', title: 'materials.column.basis', width: 200, hidden: true, cell: (row) => t(`materials.basis.${row.basis}`) },
  { id: 'sourceKind', title: 'materials.column.sourceKind', width: 220, hidden: true, cell: (row) => (row.sourceKind ? sourceKindName(row.sourceKind, language) : t('materials.notGiven')) },
  { id: 'attachments', title: 'materials.column.attachments', width: 104, align: 'end', hidden: true, cell: (row) => (row.attachments === 0 ? '' : row.attachments) },
];
