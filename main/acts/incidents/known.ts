import type { HoldingName } from '#app/journal/act.ts';
import { found, no } from '../../refused.ts';
import { incidentsOf, type StoredIncident } from '../../vault/queries/incidents.ts';
import { breachNotices, type StoredNotice } from '../../vault/queries/notices.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { holdingOf, openHoldings } from '../lookup.ts';

/** Breaches whose facts the officer can open, the newest first; of the others not even a number (R7.9). */
export function knownIncidents(vault: OpenVault): readonly StoredIncident[] {
  return (['LOWER', 'UPPER'] as const).flatMap((degree) => {
    const db = vault.standing(`CENTRE/${degree}`);
    return db === undefined ? [] : incidentsOf(db);
  }).toSorted((a, b) => b.seq - a.seq);
}

/** A breach that is not closed yet, and where its facts lie. */
export function openIncident(vault: OpenVault, incidentId: string): { readonly incident: StoredIncident; readonly holding: HoldingName } {
  const incident = found(knownIncidents(vault).find(({ id }) => id === incidentId), 'incident.notFound');
  if (incident.closed !== null) no('incident.closed', { number: incident.number });
  return { incident, holding: holdingOf('CENTRE', incident.degree) };
}

/** Notices of every breach that the officer can open. */
export const toldOfBreaches = (vault: OpenVault): readonly StoredNotice[] => openHoldings(vault).flatMap(({ db }) => breachNotices(db));

/** Those of one breach. */
export const toldOf = (vault: OpenVault, incidentId: string): readonly StoredNotice[] => toldOfBreaches(vault).filter(({ incident }) => incident?.id === incidentId);
