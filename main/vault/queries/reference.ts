import { bodyOn } from '#app/agreement/bodies.ts';
import { agreementEvent, annex1Version, body, type BodyRecord } from '#app/contract/shapes/reference.ts';
import type { z } from 'zod';
import type { ReadableDb } from '../store.ts';

/** What was recorded of each body, oldest first, by its code. */
export function bodyVersions(db: ReadableDb): ReadonlyMap<string, readonly BodyRecord[]> {
  return Map.groupBy(db.prepare<[], { json: string }>('SELECT json FROM body ORDER BY code, seq').all().map(({ json }) => body.parse(JSON.parse(json))), ({ code }) => code);
}

/** Every body as it stands on a civil date. */
export const bodiesOn = (db: ReadableDb, date: string): readonly BodyRecord[] => [...bodyVersions(db).values()].flatMap((versions) => bodyOn(versions, date) ?? []);

export interface RecordedEvent extends z.infer<typeof agreementEvent> {
  readonly id: string;
  readonly officer: string;
  readonly recordedAt: string;
  readonly annulled: string | null;
}

/** Every event, annulled ones too. */
export function allEvents(db: ReadableDb): readonly RecordedEvent[] {
  return db.prepare<[], { id: string; at: string; officer: string; json: string; annulled: string | null }>(
    'SELECT id, at, officer, json, annulled FROM agreement_event ORDER BY json_extract(json, \'$.date\'), seq',
  ).all().map((row) => {
    const { id: _, ...event } = JSON.parse(row.json) as Record<string, unknown>;
    return { ...agreementEvent.parse(event), id: row.id, officer: row.officer, recordedAt: row.at, annulled: row.annulled };
  });
}

/** Events that hold: those not annulled. */
export const standingEvents = (db: ReadableDb): readonly RecordedEvent[] => allEvents(db).filter((event) => event.annulled === null);

export function annex1Versions(db: ReadableDb): readonly z.infer<typeof annex1Version>[] {
  return db.prepare<[], { json: string }>('SELECT json FROM annex1 ORDER BY effective_from').all().map(({ json }) => annex1Version.parse(JSON.parse(json)));
}
