import type { z } from 'zod';
import { incidentClosed, incidentOpened } from '#app/incidents/acts.ts';
import { incidentStep, type IncidentStep } from '#app/incidents/steps.ts';
import type { ReadableDb } from '../store.ts';

type Facts<K extends typeof incidentOpened | typeof incidentClosed> = Extract<z.output<K['held']>, { part: 'facts' }>;

/** How a breach was closed: `officer` and `second` are the two persons' ids. */
export type Closing = Facts<typeof incidentClosed> & { readonly at: string; readonly officer: string };

export type StoredIncident = Facts<typeof incidentOpened> & { readonly openedAt: string; readonly officer: string; readonly seq: number; readonly closed: Closing | null };

interface Row { json: string; at: string; officer: string; seq: number; closed: string | null; closed_at: string | null; closed_by: string | null }

function closingOf({ closed, closed_at: at, closed_by: officer }: Row): Closing | null {
  if (closed === null || at === null || officer === null) return null;
  const facts = incidentClosed.held.parse(JSON.parse(closed));
  return facts.part === 'facts' ? { ...facts, at, officer } : null;
}

/** Every breach of one of the Centre's own holdings, the newest first. */
export function incidentsOf(db: ReadableDb): readonly StoredIncident[] {
  return db.prepare<[], Row>('SELECT * FROM incident ORDER BY seq DESC').all().flatMap((row) => {
    const facts = incidentOpened.held.parse(JSON.parse(row.json));
    return facts.part === 'facts' ? [{ ...facts, openedAt: row.at, officer: row.officer, seq: row.seq, closed: closingOf(row) }] : [];
  });
}

/** What followed the opening of a breach, in order. */
export function stepsOf(db: ReadableDb, incidentId: string): readonly { readonly at: string; readonly officer: string; readonly step: IncidentStep }[] {
  return db.prepare<[string], { at: string; officer: string; json: string }>('SELECT at, officer, json FROM incident_step WHERE incident_id = ? ORDER BY seq')
    .all(incidentId).map(({ json, ...rest }) => ({ ...rest, step: incidentStep.parse(JSON.parse(json)) }));
}

/** In the series of one degree and year. */
export function nextIncident(db: ReadableDb | undefined, year: number): number {
  return (db?.prepare<[number], { n: number | null }>('SELECT max(n) AS n FROM incident WHERE year = ?').get(year)?.n ?? 0) + 1;
}

/** Breaches that touch a material, those closed too, each with its number. */
export function incidentsTouching(db: ReadableDb, materialId: string): readonly { id: string; number: string }[] {
  return db.prepare<[string], { id: string; number: string }>('SELECT incident_id AS id, number FROM incident_material WHERE material_id = ? ORDER BY incident_id').all(materialId);
}

/** The one of them that keeps it from moving; undefined when none does any more. */
export const freezing = (db: ReadableDb, materialId: string): { number: string } | undefined =>
  db.prepare<[string], { number: string }>('SELECT number FROM incident_material WHERE material_id = ? AND released IS NULL ORDER BY incident_id').get(materialId);
