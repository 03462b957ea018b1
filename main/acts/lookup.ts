import type { HoldingName } from '#app/journal/act.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import type { MaterialRecord } from '#app/materials/acts.ts';
import { no } from '../refused.ts';
import { findRecord, findRow } from '../vault/queries/materials.ts';
import type { ReadableDb } from '../vault/store.ts';
import type { OpenVault } from '../vault/vault.ts';

export interface Located {
  readonly holding: HoldingName;
  readonly db: ReadableDb;
  readonly row: MaterialRow;
}

/** Every holding whose key this officer has, opened. */
export function openHoldings(vault: OpenVault): readonly { name: HoldingName; db: ReadableDb }[] {
  return vault.holdings().flatMap((name) => {
    const db = vault.holding(name);
    return db === undefined ? [] : [{ name, db }];
  });
}

/** Where a material lies, among the holdings that this officer can open; elsewhere it does not exist for them. */
export function locate(vault: OpenVault, materialId: string): Located | undefined {
  for (const { name, db } of openHoldings(vault)) {
    const row = findRow(db, materialId);
    if (row !== undefined) return { holding: name, db, row };
  }
  return undefined;
}

/** A material that may lie in a damaged holding is refused by that damage, and not as one that never was. */
export function located(vault: OpenVault, materialId: string): Located {
  const found = locate(vault, materialId);
  if (found !== undefined) return found;
  const trouble = vault.damageInTheWay();
  if (trouble !== undefined) throw trouble;
  return no('material.notFound');
}

export function recordOf(vault: OpenVault, materialId: string): MaterialRecord {
  const { db } = located(vault, materialId);
  return findRecord(db, materialId) ?? no('material.notFound');
}

/** `UZ-01/LOWER`: the holding of an originating body and degree. */
export const holdingOf = (originator: string, degree: MaterialRow['degree']): HoldingName => `${originator}/${degree}`;

/** The same parts grouped by the holding they lie in. */
export function byHolding<T>(items: readonly T[], holding: (item: T) => HoldingName): ReadonlyMap<HoldingName, readonly T[]> {
  return Map.groupBy(items, holding);
}
