import type { Handler } from '../../context.ts';
import { locate } from '../../acts/lookup.ts';
import { factsOf, incidentsOf, type Facts, type StoredIncident } from '../../vault/queries/incidents.ts';
import { breachNotices } from '../../vault/queries/notices.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { noticesIn } from '../notices/index.ts';
import { statusOf } from '../notices/status.ts';

/** Breaches whose facts the officer can open; of the others not even a number (R7.9). */
export function knownIncidents(vault: OpenVault): readonly { readonly incident: StoredIncident; readonly facts: Facts }[] {
  return incidentsOf(vault.registry).flatMap((incident) => {
    const db = vault.holding(`CENTRE/${incident.degree}`);
    const facts = db === undefined ? undefined : factsOf(db, incident.id);
    return facts === undefined ? [] : [{ incident, facts }];
  });
}

const list: Handler<'incidents.list'> = (_, context) => {
  const { vault } = context;
  const names = officerNames(vault.registry);
  const told = Map.groupBy(noticesIn(context, breachNotices), (notice) => notice.incident?.id);
  return knownIncidents(vault).map(({ incident, facts }) => {
    const { id, number, kind, object, origin, discoveredAt, degree, openedAt, officer } = incident;
    return {
      id, number, kind, object, origin, discoveredAt, degree, openedAt, officer: names.get(officer) ?? officer, status: 'open' as const,
      facts: facts.facts, measures: facts.measures,
      materials: facts.materialIds.flatMap((materialId) => {
        const row = locate(vault, materialId)?.row;
        return row === undefined ? [] : [{ id: materialId, regNo: row.regNo }];
      }),
      notices: (told.get(id) ?? []).map((notice) => ({ id: notice.id, addressee: notice.addressee, status: statusOf(notice), number: notice.number })),
    };
  });
};

export const incidentsViews = { 'incidents.list': list };
