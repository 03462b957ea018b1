import type { z } from 'zod';
import { incidentOpened } from '#app/incidents/acts.ts';
import type { ReadableDb } from '../store.ts';

export type StoredIncident = Extract<z.output<typeof incidentOpened.held>, { part: 'facts' }> & { readonly openedAt: string; readonly officer: string; readonly seq: number };

/** Every breach of one of the Centre's own holdings, the newest first. */
export function incidentsOf(db: ReadableDb): readonly StoredIncident[] {
  return db.prepare<[], { json: string; at: string; officer: string; seq: number }>('SELECT json, at, officer, seq FROM incident ORDER BY seq DESC').all().flatMap((row) => {
    const facts = incidentOpened.held.parse(JSON.parse(row.json));
    return facts.part === 'facts' ? [{ ...facts, openedAt: row.at, officer: row.officer, seq: row.seq }] : [];
  });
}

/** In the series of one degree and year. */
export function nextIncident(db: ReadableDb | undefined, year: number): number {
  return (db?.prepare<[number], { n: number | null }>('SELECT max(n) AS n FROM incident WHERE year = ?').get(year)?.n ?? 0) + 1;
}

/** Breaches that touch a material, each with its number. */
export function incidentsTouching(db: ReadableDb, materialId: string): readonly { id: string; number: string }[] {
  return db.prepare<[string], { id: string; number: string }>('SELECT incident_id AS id, number FROM incident_material WHERE material_id = ? ORDER BY incident_id').all(materialId);
}
