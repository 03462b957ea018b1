import type { z } from 'zod';
import { incidentOpened } from '#app/incidents/acts.ts';
import type { ReadableDb } from '../store.ts';

export type StoredIncident = z.output<typeof incidentOpened.open> & { readonly openedAt: string; readonly officer: string };

/** Every breach, the newest first. */
export function incidentsOf(registry: ReadableDb): readonly StoredIncident[] {
  return registry.prepare<[], { json: string; at: string; officer: string }>('SELECT json, at, officer FROM incident ORDER BY seq DESC').all()
    .map((row) => ({ ...incidentOpened.open.parse(JSON.parse(row.json)), openedAt: row.at, officer: row.officer }));
}

export interface Facts { readonly facts: string; readonly measures: string; readonly materialIds: readonly string[] }

export function factsOf(db: ReadableDb, incidentId: string): Facts | undefined {
  const row = db.prepare<[string], { json: string }>('SELECT json FROM incident_facts WHERE id = ?').get(incidentId);
  return row === undefined ? undefined : (JSON.parse(row.json) as Facts);
}

export function nextIncident(registry: ReadableDb, year: number): number {
  return (registry.prepare<[number], { n: number | null }>('SELECT max(n) AS n FROM incident WHERE year = ?').get(year)?.n ?? 0) + 1;
}

export function incidentsTouching(db: ReadableDb, materialId: string): readonly string[] {
  return db.prepare<[string], { id: string }>('SELECT incident_id AS id FROM incident_material WHERE material_id = ? ORDER BY incident_id').all(materialId).map(({ id }) => id);
}
