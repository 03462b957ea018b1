import { highest } from '#app/agreement/grif.ts';
import { incidentOpened } from '#app/incidents/acts.ts';
import { checkIncident, incidentNumber } from '#app/incidents/incident.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Handler } from '../../context.ts';
import { refuseIfAny } from '../../refused.ts';
import { nextIncident } from '../../vault/queries/incidents.ts';
import { byHolding, holdingOf, located } from '../lookup.ts';
import { drafted, dueNotices } from './due.ts';
import { settledBy } from './suspicions.ts';

/** Opens a breach with the least that must be known, freezes what it touches and drafts every notice at once (Art. 14: immediately). */
export const open: Handler<'incidents.open'> = (input, context) => {
  const { vault, clock, newId } = context;
  const now = clock.now();
  refuseIfAny(checkIncident(input, now));
  const places = [...new Set(input.materialIds)].map((id) => located(vault, id));
  const notices = dueNotices(vault, input, places, now);

  const id = newId();
  const year = Number(now.slice(0, 4));
  const degree = highest(places.map(({ row }) => row.degree)) ?? 'UPPER';
  const own = holdingOf('CENTRE', degree);
  const n = nextIncident(vault.holding(own), year);
  const number = incidentNumber(degree, year, n);
  const ids = places.map(({ row }) => row.id);
  const parts = [...byHolding(places, (place) => place.holding)].map(([holding, inIt]) => (
    { holding, content: { part: 'touched' as const, id, number, materialIds: inIt.map(({ row }) => row.id) } }
  ));
  const { kind, object, origin, discoveredAt, facts, measures } = input;
  const opened = { id, number, serial: { year, n }, kind, object, origin, discoveredAt, degree };
  const letters = notices.map((notice) => drafted(notice, id, context));
  const settled = input.suspicionId === null ? [] : [settledBy(vault, input.suspicionId, id, '')];
  vault.commit([
    actOf(incidentOpened, id, opened, [{ holding: own, content: { part: 'facts', ...opened, facts, measures, materialIds: ids } }, ...parts]),
    ...letters.map(({ act }) => act),
    ...settled,
  ]);
  return { incidentId: id, number, notices: letters.map(({ notice }) => notice) };
};
