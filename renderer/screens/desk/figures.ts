import type { Answer } from '#app/contract/index.ts';
import type { Tone } from '../../components/badges.tsx';

export type Summary = Answer<'desk.summary'>;

/** Where a figure of the desk is acted on. */
export interface Figure {
  readonly id: 'openIncidents' | 'openSuspicions' | 'draftNotices' | 'unacknowledged' | 'packagesWithoutMaterials' | 'notAdmitted' | 'awaitingJustification' | 'receiptsOutstanding';
  readonly tone: Tone;
  readonly screen: string;
  readonly params: Readonly<Record<string, string>>;
}

/** In the order in which they press: what is late first, what only waits last. */
export const figures: readonly Figure[] = [
  { id: 'openIncidents', tone: 'bad', screen: 'breach', params: {} },
  { id: 'openSuspicions', tone: 'bad', screen: 'breach', params: {} },
  { id: 'draftNotices', tone: 'warn', screen: 'notices', params: { status: 'draft' } },
  { id: 'packagesWithoutMaterials', tone: 'warn', screen: 'register', params: {} },
  { id: 'awaitingJustification', tone: 'warn', screen: 'requests', params: { status: 'awaitsJustification' } },
  { id: 'notAdmitted', tone: 'warn', screen: 'materials', params: { admission: 'notAdmitted' } },
  { id: 'unacknowledged', tone: 'info', screen: 'notices', params: { status: 'issued' } },
  { id: 'receiptsOutstanding', tone: 'info', screen: 'packages', params: { tab: 'out' } },
];

/** As many late things are named one by one; the rest are behind the row that follows them. */
export const namedOneByOne = 8;
export const allLate = { screen: 'notices', params: { status: 'overdue' } } as const;

/** Where a thing that is late is acted on. */
export function placeOf({ kind, id }: Summary['overdue'][number]): { readonly screen: string; readonly params: Readonly<Record<string, string>> } {
  return kind === 'incident' ? { screen: 'breach', params: { incidentId: id } } : { screen: 'notices', params: { noticeId: id } };
}
