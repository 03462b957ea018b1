import { receiptOverdue } from '#app/incidents/suspicion.ts';
import type { Answer } from '#app/contract/index.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { found } from '../../refused.ts';
import { applicableLaw } from '#app/incidents/law.ts';
import { missingNotices } from '../../acts/incidents/due.ts';
import { lacking, stepsOfBreach } from '../../acts/incidents/file.ts';
import { breachesInJournal } from '../../acts/incidents/journal.ts';
import { knownIncidents, toldOfBreaches } from '../../acts/incidents/known.ts';
import { locate } from '../../acts/lookup.ts';
import { readJournal } from '../../acts/session/read-journal.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import { awaitingReceipt, packagesSent } from '../../vault/queries/packages-out.ts';
import { openSuspicions } from '../../vault/queries/suspicions.ts';
import { statusOf } from '../notices/status.ts';

const list: Handler<'incidents.list'> = (_, { vault }) => {
  const names = officerNames(vault.registry);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const told = Map.groupBy(toldOfBreaches(vault), (notice) => notice.incident?.id);
  return knownIncidents(vault).map((incident) => {
    const { id, number, kind, object, origin, discoveredAt, degree, openedAt, officer, facts, measures, materialIds, closed } = incident;
    return {
      id, number, kind, object, origin, discoveredAt, degree, openedAt, officer: nameOf(officer), status: closed === null ? 'open' as const : 'closed' as const,
      facts, measures, incomplete: closed === null && missingNotices(vault, incident, told.get(id) ?? []).length > 0,
      closed: closed === null ? null : { at: closed.at, officer: nameOf(closed.officer), second: nameOf(closed.second), result: closed.result, document: closed.document },
      materials: materialIds.flatMap((materialId) => {
        const row = locate(vault, materialId)?.row;
        return row === undefined ? [] : [{ id: materialId, regNo: row.regNo }];
      }),
      notices: (told.get(id) ?? []).map((notice) => ({ id: notice.id, addressee: notice.addressee, status: statusOf(notice), number: notice.number })),
    };
  });
};

/** One breach: what followed its opening, and what it lacks. Nothing is lacking of one that is closed. */
const card: Handler<'incidents.card'> = ({ incidentId }, { vault }) => {
  const incident = found(knownIncidents(vault).find(({ id }) => id === incidentId), 'incident.notFound');
  const names = officerNames(vault.registry);
  return {
    steps: stepsOfBreach(vault, incident).map(({ at, officer, step }) => ({ at, officer: names.get(officer) ?? officer, step })),
    open: incident.closed === null ? [...lacking(vault, incident)] : [],
  };
};

/** Persons who answer for a breach, with the law of their State or why there is none (R14.6). */
const persons: Handler<'incidents.persons'> = async (_, context) => {
  const { vault } = context;
  await readJournal(context);
  const names = officerNames(vault.registry);
  return breachesInJournal(vault).map(({ id, number, kind, discoveredAt, closed, persons: named }) => ({
    incidentId: id, number, kind, discoveredAt, status: closed ? 'closed' as const : 'open' as const,
    persons: named.map(({ reference, citizenship, law, at, officer }) => ({ reference, citizenship, law, flag: applicableLaw(citizenship)?.flag ?? null, at, officer: names.get(officer) ?? officer })),
  }));
};

/** What asks whether there was a breach, as far as this officer can see (R14.8). */
export function doubts({ vault, clock }: Context): Answer<'incidents.suspicions'> {
  const names = officerNames(vault.registry);
  const date = today(clock);
  return [
    ...openSuspicions(vault).map(({ id, cause, about, materialId, raisedAt, officer }) => ({ id, cause, about, materialId, since: raisedAt, officer: names.get(officer) ?? officer })),
    ...awaitingReceipt(vault.holding(packagesSent)).flatMap(({ id, number, sealedAt, officer }) => (
      sealedAt === null || !receiptOverdue(sealedAt, date) ? [] : [{ id, cause: 'receiptOverdue' as const, about: number, materialId: null, since: sealedAt, officer: names.get(officer) ?? officer }]
    )),
  ];
}

export const incidentsViews = { 'incidents.suspicions': ((_, context) => doubts(context)) satisfies Handler<'incidents.suspicions'>, 'incidents.persons': persons, 'incidents.list': list, 'incidents.card': card };
