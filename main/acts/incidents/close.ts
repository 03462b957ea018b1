import { dateOf } from '#app/agreement/civilDate.ts';
import { paperDateRefusals } from '#app/agreement/paper-date.ts';
import { incidentClosed } from '#app/incidents/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, refuseIfAny } from '../../refused.ts';
import { officersOf } from '../../vault/queries/officers.ts';
import { byHolding, located } from '../lookup.ts';
import { lacking } from './file.ts';
import { openIncident } from './known.ts';

/** Closes a breach by two persons; what it touched moves again, unless another breach holds it (R14.9). */
export const close: Handler<'incidents.close'> = ({ incidentId, result, document, second }, { vault, clock }) => {
  const { incident, holding } = openIncident(vault, incidentId);
  refuseIfAny([...lacking(vault, incident), ...paperDateRefusals(document.date, dateOf(incident.openedAt), today(clock))]);
  const other = found(officersOf(vault.registry).find(({ login }) => login.toLowerCase() === second.login.toLowerCase()), 'second.notEntitled', { login: second.login });
  const places = incident.materialIds.map((id) => located(vault, id));
  const { id, number } = incident;
  vault.commit([actOf(incidentClosed, id, { id, number }, [
    { holding, content: { part: 'facts', id, result, document, second: other.id } },
    ...[...byHolding(places, (place) => place.holding)].map(([at, inIt]) => ({ holding: at, content: { part: 'released' as const, id, materialIds: inIt.map(({ row }) => row.id) } })),
  ])]);
  return { released: places.map(({ row }) => row.regNo) };
};
