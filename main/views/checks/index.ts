import { staffCheckRecorded } from '#app/checks/acts.ts';
import { dueState, isCertified, lastOfEach, programCertifiedTo, type DueState } from '#app/checks/due.ts';
import { openOf } from '#app/journal/kind.ts';
import { actsOfKind } from '../../acts/journal/of-kind.ts';
import { readJournal } from '../../acts/session/read-journal.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { appointmentsOf, certificatesOf, checksOf } from '../../vault/queries/checks.ts';
import { officersOf } from '../../vault/queries/officers.ts';

interface Row { readonly id: string; readonly at: string; readonly officer: string }

/** Who recorded it and when, and how the day that is awaited stands to today: of several records of one object only the last has one. */
function shown<T extends Row>(rows: readonly T[], counts: readonly Row[], dayOf: (row: T) => string, { nameOf, date }: { nameOf(id: string): string; date: string }) {
  const counted = new Set(counts.map(({ id }) => id));
  return rows.map((row) => ({ row, facts: { recordedAt: row.at, recordedBy: nameOf(row.officer), state: counted.has(row.id) ? dueState(dayOf(row), date) : null } }));
}

const lastChecks = ({ vault }: Context) => lastOfEach(checksOf(vault.registry), ({ kind, object }) => `${kind} ${object}`);

/** The certificate that runs longest counts, of the program and of each other means. */
const lastCertificates = ({ vault }: Context) =>
  lastOfEach(certificatesOf(vault.registry).map((one) => ({ ...one, date: one.to })), ({ kind, tool }) => (kind === 'program' ? kind : `${kind} ${tool}`));

const watches = ({ vault }: Context): boolean => ['director', 'security'].includes(vault.identity.officer.role);

const list: Handler<'checks.list'> = async (_, context) => {
  const { vault, clock } = context;
  const date = today(clock);
  const names = new Map(officersOf(vault.registry).map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const of = { nameOf, date };
  const watching = watches(context);
  if (watching) await readJournal(context);
  const staff = !watching ? null : actsOfKind(vault, staffCheckRecorded.kind).toReversed().flatMap((act) => {
    const open = openOf(staffCheckRecorded, act);
    return open === undefined ? [] : [{ ...open, at: act.at, officer: act.officer }];
  });
  return {
    checks: shown(checksOf(vault.registry), lastChecks(context), ({ nextDue }) => nextDue, of)
      .map(({ row: { at: _at, officer: _officer, ended: _ended, ...check }, facts }) => ({ ...check, document: { ...check.document }, ...facts })),
    staff: staff && shown(staff, lastOfEach(staff, ({ officerId }) => officerId), ({ nextDue }) => nextDue, of)
      .map(({ row: { at: _at, officer: _officer, ...check }, facts }) => ({ ...check, ...facts, name: nameOf(check.officerId) })),
    certificates: shown(certificatesOf(vault.registry), lastCertificates(context), ({ to }) => to, of)
      .map(({ row: { at: _at, officer: _officer, ended: _ended, ...certificate }, facts }) => ({ ...certificate, ...facts })),
    responsible: appointmentsOf(vault.registry).map(({ at, officer, ...one }) => ({
      ...one, document: { ...one.document }, name: nameOf(one.officerId), recordedAt: at, recordedBy: nameOf(officer), inOffice: one.ended === null && one.from <= date && date <= one.to,
    })),
  };
};

const due: Handler<'checks.due'> = (_, context) => {
  const { vault, clock } = context;
  const date = today(clock);
  const certificates = certificatesOf(vault.registry);
  const days = watches(context) ? [...lastChecks(context).map(({ nextDue }) => nextDue), ...lastCertificates(context).map(({ to }) => to)] : [];
  const count = (state: DueState): number => days.filter((day) => dueState(day, date) === state).length;
  return { overdue: count('overdue'), due: count('due'), certifiedTo: programCertifiedTo(certificates, date), certified: isCertified(certificates, date) };
};

export const checksViews = { 'checks.list': list, 'checks.due': due };
