import type { z } from 'zod';
import { evaluationRevised, materialRectified, type MaterialRecord } from '#app/materials/acts.ts';
import type { ReadableDb } from '../store.ts';

interface Made {
  readonly at: string;
  readonly officer: string;
}
export type Revision = z.output<typeof evaluationRevised.held> & Made;
export type Rectification = z.output<typeof materialRectified.held> & Made;

const ofKind = (db: ReadableDb, materialId: string, kind: string) =>
  db.prepare<[string, string], Made & { json: string }>('SELECT at, officer, json FROM correction WHERE material_id = ? AND kind = ? ORDER BY seq').all(materialId, kind);

/** The originator's later evaluations, the latest last. */
export const revisionsOf = (db: ReadableDb, materialId: string): readonly Revision[] =>
  ofKind(db, materialId, evaluationRevised.kind).map(({ at, officer, json }) => ({ ...evaluationRevised.held.parse(JSON.parse(json)), at, officer }));

export const rectificationsOf = (db: ReadableDb, materialId: string): readonly Rectification[] =>
  ofKind(db, materialId, materialRectified.kind).map(({ at, officer, json }) => ({ ...materialRectified.held.parse(JSON.parse(json)), at, officer }));

/** The code that goes with the material: the originator's latest, as it gave it (R15.2, R15.5); `until`: the latest of those recorded up to then. */
export const codeOf = (db: ReadableDb, { id, asReceived }: MaterialRecord, until?: string): string =>
  revisionsOf(db, id).findLast(({ at }) => until === undefined || at <= until)?.typed ?? asReceived.code;
