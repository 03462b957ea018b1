import type { Handler } from '../../context.ts';
import { locate } from '../../acts/lookup.ts';
import { incidentsOf, type StoredIncident } from '../../vault/queries/incidents.ts';
import { breachNotices } from '../../vault/queries/notices.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { noticesIn } from '../notices/index.ts';
import { statusOf } from '../notices/status.ts';

/** Breaches whose facts the officer can open; of the others not even a number (R7.9). */
export function knownIncidents(vault: OpenVault): readonly StoredIncident[] {
  return (['LOWER', 'UPPER'] as const).flatMap((degree) => {
    const db = vault.standing(`CENTRE/${degree}`);
    return db === undefined ? [] : incidentsOf(db);
  }).toSorted((a, b) => b.seq - a.seq);
}

const list: Handler<'incidents.list'> = (_, context) => {
  const { vault } = context;
  const names = officerNames(vault.registry);
  const told = Map.groupBy(noticesIn(context, breachNotices), (notice) => notice.incident?.id);
  return knownIncidents(vault).map(({ id, number, kind, object, origin, discoveredAt, degree, openedAt, officer, facts, measures, materialIds }) => {
    return {
      id, number, kind, object, origin, discoveredAt, degree, openedAt, officer: names.get(officer) ?? officer, status: 'open' as const,
      facts, measures,
      materials: materialIds.flatMap((materialId) => {
        const row = locate(vault, materialId)?.row;
        return row === undefined ? [] : [{ id: materialId, regNo: row.regNo }];
      }),
      notices: (told.get(id) ?? []).map((notice) => ({ id: notice.id, addressee: notice.addressee, status: statusOf(notice), number: notice.number })),
    };
  });
};

export const incidentsViews = { 'incidents.list': list };
