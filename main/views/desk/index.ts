import { clockSince } from '#app/incidents/incident.ts';
import { recoveryDue } from '#app/recovery/due.ts';
import type { Answer } from '#app/contract/index.ts';
import type { Context, Handler } from '../../context.ts';
import { openHoldings } from '../../acts/lookup.ts';
import { countsOf } from '../../vault/queries/material-counts.ts';
import { officersOf } from '../../vault/queries/officers.ts';
import { packagesOutWithoutReceipt, packagesSent } from '../../vault/queries/packages-out.ts';
import { packagesInBefore } from '../../vault/queries/packages-in.ts';
import { conditionOf, materialsOfPackage } from '../../vault/queries/materials.ts';
import { pendingNotices, type StoredNotice } from '../../vault/queries/notices.ts';
import { requestsOf } from '../../vault/queries/requests.ts';
import { ageOf } from '../backup/index.ts';
import { knownIncidents } from '../../acts/incidents/known.ts';
import { doubts } from '../incidents/index.ts';
import { noticesIn } from '../notices/index.ts';
import { endingAccess } from './access.ts';
import { progressOf, statusOf } from '../notices/status.ts';

type Desk = Answer<'desk.summary'>;

function overdueOf(notices: readonly StoredNotice[], now: string): Desk['overdue'] {
  return notices.flatMap((notice) => {
    const { dueOn, overdueDays } = progressOf(notice, now);
    return overdueDays > 0 && dueOn !== null ? [{ kind: 'notice', id: notice.id, label: `${notice.addressee} ${notice.number ?? ''}`.trim(), dueOn }] : [];
  });
}

/** A demonstration has nothing to lose: nobody is urged to copy it. */
function backupOf(context: Context): Desk['backup'] {
  const age = ageOf(context);
  return { ...age, due: age.due && !context.vault.identity.demonstration };
}

/** The director arranges it; a demonstration has nothing to lose. */
function recoveryOf({ vault }: Context): Desk['recovery'] {
  const { officer, demonstration } = vault.identity;
  if (officer.role !== 'director' || demonstration) return null;
  const due = recoveryDue(vault.recovery.arranged(), officersOf(vault.registry));
  return due === null ? null : { why: due.why, names: [...due.names] };
}

/** What waits for somebody, counted over what the officer can open; each figure leads to a screen where it is acted on. */
const summary: Handler<'desk.summary'> = (_, context) => {
  const { vault, clock } = context;
  const holdings = openHoldings(vault);
  const count = (filter: Parameters<typeof conditionOf>[0]): number => {
    const countOf = countsOf(conditionOf(filter));
    return holdings.reduce((sum, { db }) => sum + countOf(db), 0);
  };
  const notices = noticesIn(context, pendingNotices);
  const incidents = knownIncidents(vault).filter(({ closed }) => closed === null);
  const overdue = overdueOf(notices, clock.now());
  return {
    draftNotices: notices.filter((notice) => statusOf(notice) === 'draft').length,
    overdueNotices: overdue.length,
    unacknowledged: notices.filter((notice) => statusOf(notice) === 'issued').length,
    openIncidents: incidents.length,
    openSuspicions: doubts(context).length,
    packagesWithoutMaterials: packagesInBefore(vault, Number.MAX_SAFE_INTEGER, 200)
      .filter(({ package: received }) => received.admission === 'admitted' && !holdings.some(({ db }) => materialsOfPackage(db, received.id).length > 0)).length,
    notAdmitted: count({ admission: 'notAdmitted' }),
    awaitingJustification: holdings.flatMap(({ db }) => requestsOf(db)).filter(({ status }) => status === 'awaitsJustification').length,
    receiptsOutstanding: packagesOutWithoutReceipt(vault.holding(packagesSent)),
    materials: count({}),
    access: endingAccess(context),
    backup: backupOf(context),
    recovery: recoveryOf(context),
    overdue: [
      ...overdue,
      ...incidents.filter(({ discoveredAt }) => clockSince(discoveredAt, clock.now()).red).map(({ id, number, discoveredAt }) => ({ kind: 'incident', id, label: number, dueOn: discoveredAt.slice(0, 10) })),
    ],
  };
};

export const deskViews = { 'desk.summary': summary };
