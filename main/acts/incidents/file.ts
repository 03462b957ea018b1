import { openPoints } from '#app/incidents/closing.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { stepsOf, type StoredIncident } from '../../vault/queries/incidents.ts';
import { bodyVersions } from '../../vault/queries/reference.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { holdingOf } from '../lookup.ts';
import { missingNotices } from './due.ts';
import { toldOf } from './known.ts';

/** What followed the opening of a breach whose facts this officer can open. */
export function stepsOfBreach(vault: OpenVault, { id, degree }: StoredIncident): ReturnType<typeof stepsOf> {
  const db = vault.holding(holdingOf('CENTRE', degree));
  return db === undefined ? [] : stepsOf(db, id);
}

/** What a breach still lacks, as far as this officer can see. */
export function lacking(vault: OpenVault, incident: StoredIncident): readonly Refusal[] {
  const told = toldOf(vault, incident.id);
  return openPoints({
    ...incident, steps: stepsOfBreach(vault, incident).map(({ step }) => step), competent: new Set([...bodyVersions(vault.registry).values()].flat().filter(({ kind }) => kind === 'competent').map(({ code }) => code)),
    undrafted: missingNotices(vault, incident, told).length > 0, notIssued: told.filter(({ number }) => number === null).map(({ addressee }) => addressee),
  });
}
