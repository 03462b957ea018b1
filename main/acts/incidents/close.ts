import { incidentClosed } from '#app/incidents/acts.ts';
import { closingRefusals } from '#app/incidents/closing.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Handler } from '../../context.ts';
import { found, refuseIfAny } from '../../refused.ts';
import { officersOf } from '../../vault/queries/officers.ts';
import { byHolding, located } from '../lookup.ts';
import { missingNotices } from './due.ts';
import { openIncident, toldOf } from './known.ts';

/** Closes a breach by two persons; what it touched moves again, unless another breach holds it (R14.9). */
export const close: Handler<'incidents.close'> = ({ incidentId, result, document, second }, { vault, clock }) => {
  const { incident, holding } = openIncident(vault, incidentId);
  const told = toldOf(vault, incidentId);
  refuseIfAny(closingRefusals({
    number: incident.number, today: clock.now().slice(0, 10), openedOn: incident.openedAt.slice(0, 10), documentDate: document.date,
    undrafted: missingNotices(vault, incident, told).length > 0, notIssued: told.filter(({ number }) => number === null).map(({ addressee }) => addressee),
  }));
  const other = found(officersOf(vault.registry).find(({ login }) => login.toLowerCase() === second.login.toLowerCase()), 'second.notEntitled', { login: second.login });
  const places = incident.materialIds.map((id) => located(vault, id));
  const { id, number } = incident;
  vault.commit([actOf(incidentClosed, id, { id, number }, [
    { holding, content: { part: 'facts', id, result, document, second: other.id } },
    ...[...byHolding(places, (place) => place.holding)].map(([at, inIt]) => ({ holding: at, content: { part: 'released' as const, id, materialIds: inIt.map(({ row }) => row.id) } })),
  ])]);
  return { released: places.map(({ row }) => row.regNo) };
};
