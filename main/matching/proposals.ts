import type { z } from 'zod';
import type { proposal } from '#app/contract/shapes/material.ts';
import { explain } from '#app/similarity/explain.ts';
import type { Feature } from '#app/similarity/feature.ts';
import { features, referenceFeature } from '#app/similarity/features.ts';
import { rarityOf, scoring, strength } from '#app/similarity/score.ts';
import type { Context } from '../context.ts';
import { withheldFrom } from '../acts/exchange/restricted.ts';
import { findRecord, findRow } from '../vault/queries/materials.ts';
import type { ReadableDb } from '../vault/store.ts';
import type { OpenVault } from '../vault/vault.ts';

export type Proposal = z.infer<typeof proposal>;

interface Read {
  readonly text: string;
  readonly senderNumber: string;
  readonly features: readonly Feature[];
}

/** What was read of candidates while this vault is open: while an officer types, the same ones come again and again. A material never changes. */
const kept = new WeakMap<OpenVault, Map<string, Read>>();
const mostKept = 400;

function readOnce(vault: OpenVault, db: ReadableDb, id: string): Read | undefined {
  const known = kept.get(vault) ?? new Map<string, Read>();
  kept.set(vault, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const record = findRecord(db, id);
  if (record === undefined) return undefined;
  const { asReceived: { text }, senderNumber } = record;
  const read = { text, senderNumber, features: [...features(text), referenceFeature(senderNumber)] };
  known.set(id, read);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return read;
}

/** Candidates of the blind index that are looked at in full, and proposals shown. */
const looked = 12;
const shown = 10;

/**
 * Materials that resemble a text, the likeliest first, each with its reasons in the words of both sides (Art. 7, R7.9).
 * One that lies where this officer has no key, or whose content is kept from him (R11.5), is not named; `outsideAccess` says that there is such a one, for the director.
 */
export function proposalsFor(
  query: { readonly text: string; readonly reference?: string; readonly except?: ReadonlySet<string> }, context: Context,
): { proposals: readonly Proposal[]; outsideAccess: boolean } {
  const { vault } = context;
  const withheld = withheldFrom(context);
  const said = vault.matching.features(query.text);
  const asked = query.reference === undefined ? said : [...said, referenceFeature(query.reference)];
  const { found, total, frequency } = vault.matching.find(asked, looked);
  const compare = scoring(asked, (key) => rarityOf(frequency(key), total));
  const scored: { score: number; proposal: Proposal }[] = [];
  let outsideAccess = false;
  for (const candidate of found) {
    const { material } = candidate;
    if (material !== undefined && query.except?.has(material.id) === true) continue;
    const db = material === undefined || withheld.has(material.id) ? undefined : vault.standing(material.holding);
    const read = db === undefined || material === undefined ? undefined : readOnce(vault, db, material.id);
    const row = db === undefined || material === undefined ? undefined : findRow(db, material.id);
    if (read === undefined || row === undefined) {
      outsideAccess ||= vault.identity.officer.role === 'director' && candidate.sum > Math.log(total + 1) * 2;
      continue;
    }
    const { text, senderNumber } = read;
    const comparison = compare(read.features);
    const band = strength(comparison.score);
    if (band === 'none') continue;
    const reasons = explain(comparison, query.text, text).filter(({ agrees }) => agrees)
      .map(({ kind, queryText, candidateText }) => ({ kind, here: queryText, there: candidateText === '' ? senderNumber : candidateText }));
    scored.push({ score: comparison.score, proposal: { material: row, strength: band, reasons } });
  }
  const best = scored.toSorted((a, b) => b.score - a.score || (a.proposal.material.id < b.proposal.material.id ? -1 : 1));
  return { proposals: best.slice(0, shown).map((one) => one.proposal), outsideAccess };
}
