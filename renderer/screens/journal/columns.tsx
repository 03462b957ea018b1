import type { Answer } from '#app/contract/index.ts';
import { StatusBadge } from '../../components/badges.tsx';
import type { GridColumn } from '../../components/grid/columns.ts';
import { showDateTime } from '../../language/dates.ts';
import type { Texts } from '../../language/texts.ts';
import { detailsOf } from './details.ts';
import { actWords } from './kinds.ts';

export type ActRow = Answer<'journal.page'>['rows'][number];

/** Civil date and time to the second: the order of acts within a minute matters here. */
export const momentOf = (at: string): string => `${showDateTime(at)}:${at.slice(17, 19)}`;

export const actColumns = ({ t, maybe, language }: Pick<Texts, 't' | 'maybe' | 'language'>): readonly GridColumn<ActRow>[] => [
  { id: 'seq', title: 'journal.columns.seq', width: 64, align: 'end', cell: (row) => row.seq },
  { id: 'at', title: 'journal.columns.at', width: 150, cell: (row) => momentOf(row.at) },
  { id: 'kind', title: 'journal.columns.kind', width: 270, cell: (row) => actWords(row, maybe) },
  { id: 'result', title: 'journal.columns.result', width: 104, cell: (row) => (row.result === 'done' ? t('journal.result.done') : <StatusBadge tone="bad">{t('journal.result.refused')}</StatusBadge>) },
  { id: 'officer', title: 'journal.columns.officer', width: 170, cell: (row) => (row.second === null ? row.officer : `${row.officer}, ${row.second}`) },
  { id: 'code', title: 'journal.columns.code', width: 190, cell: (row) => <code>{row.kind}</code> },
  { id: 'detail', title: 'journal.columns.detail', width: 420, cell: (row) => detailsOf(row.detail, { maybe, language })?.map(({ label, value }) => `${label}: ${value}`).join('; ') ?? row.detail },
  { id: 'subject', title: 'journal.columns.subject', width: 190, hidden: true, cell: (row) => <code>{row.subject ?? ''}</code> },
  { id: 'workstation', title: 'journal.columns.workstation', width: 140, hidden: true, cell: (row) => row.workstation },
];
