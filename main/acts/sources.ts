import type { SourceRecord } from '#app/materials/product.ts';
import type { OpenVault } from '../vault/vault.ts';
import { located, recordOf } from './lookup.ts';

/** The records behind some materials, the sources of products followed to the end (Art. 9(2): the transitive closure). */
export function sourceRecords(vault: OpenVault, ids: readonly string[]): ReadonlyMap<string, SourceRecord> {
  const records = new Map<string, SourceRecord>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (records.has(id)) continue;
    const { row } = located(vault, id);
    const sources = row.product ? recordOf(vault, id).sources.map((source) => source.id) : [];
    records.set(id, { id, degree: row.degree, originator: row.product ? null : row.originator, sources });
    waiting.push(...sources);
  }
  return records;
}
