import type { Degree } from '#app/agreement/grif.ts';
import type { TransferMaterial } from '#app/exchange/transferInput.ts';
import { productBasis, type Contributor, type SourceRecord } from '#app/materials/product.ts';
import { findRecord } from '../../vault/queries/materials.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { locate, type Located } from '../lookup.ts';

/** Stands for a contributor whose holding this officer cannot open: no body has this code, so nothing passes in its name. */
export const outsideAccess = '?';

export interface Origin {
  readonly origin: TransferMaterial['origin'];
  /** Of the material itself, and of every source of a product. */
  readonly sourceDegrees: readonly Degree[];
  /** Every record behind it, itself first. */
  readonly ids: readonly string[];
}

/** The records behind a product, to the end; one that cannot be opened counts with the degree that its product names for it. */
function recordsBehind(vault: OpenVault, at: Located): ReadonlyMap<string, SourceRecord> {
  const records = new Map<string, SourceRecord>();
  const waiting = [...(findRecord(at.db, at.row.id)?.sources ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, degree } = next;
    if (records.has(id)) continue;
    const source = locate(vault, id);
    if (source === undefined) {
      records.set(id, { id, degree, originator: outsideAccess, sources: [] });
      continue;
    }
    const { db, row } = source;
    const further = row.product ? (findRecord(db, id)?.sources ?? []) : [];
    records.set(id, { id, degree: row.degree, originator: row.product ? null : row.originator, sources: further.map((one) => one.id) });
    waiting.push(...further);
  }
  return records;
}

/** Whose a material is: its originator's, or for a product of the Centre that of every body whose information is in it, also indirectly (Art. 5(2), 9(2)). */
export function originOf(vault: OpenVault, at: Located): Origin {
  const { row } = at;
  if (!row.product) return { origin: { kind: 'single', originator: row.originator }, sourceDegrees: [row.degree], ids: [row.id] };
  const records = recordsBehind(vault, at);
  const basis = productBasis([...records.keys()], records);
  return {
    origin: { kind: 'joint', contributors: basis?.contributors ?? [] },
    sourceDegrees: [...records.values()].map(({ degree }) => degree),
    ids: [row.id, ...records.keys()],
  };
}

/** Bodies with rights over a material. */
export function originatorsOf({ origin }: Origin): readonly string[] {
  return origin.kind === 'single' ? [origin.originator] : origin.contributors.map((one: Contributor) => one.body);
}
