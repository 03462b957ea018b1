import type { z } from 'zod';
import { suspicionRaised } from '#app/incidents/suspicion.ts';
import type { HoldingName } from '#app/journal/act.ts';
import type { ReadableDb } from '../store.ts';
import type { OpenVault } from '../vault.ts';

export type StoredSuspicion = z.output<typeof suspicionRaised.held> & { readonly seq: number; readonly raisedAt: string; readonly officer: string; readonly holding: HoldingName };

interface Row { json: string; seq: number; at: string; officer: string }

/** Suspicions of a holding that nobody has settled. */
export const openIn = (db: ReadableDb, holding: HoldingName): readonly StoredSuspicion[] =>
  db.prepare<[], Row>('SELECT json, seq, at, officer FROM suspicion WHERE settled IS NULL ORDER BY seq').all()
    .map(({ json, seq, at, officer }) => ({ ...suspicionRaised.held.parse(JSON.parse(json)), seq, raisedAt: at, officer, holding }));

/** Those of every holding that this officer can open, the newest first. */
export function openSuspicions(vault: OpenVault): readonly StoredSuspicion[] {
  return vault.holdings().flatMap((holding) => {
    const db = vault.holding(holding);
    return db === undefined ? [] : openIn(db, holding);
  }).toSorted((a, b) => b.seq - a.seq);
}
