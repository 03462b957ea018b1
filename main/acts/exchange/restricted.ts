import { restrictionInput } from '#app/contract/shapes/material.ts';
import type { Restriction } from '#app/exchange/restriction.ts';
import { useRefusals, type Use } from '#app/exchange/use.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { derivatives } from '#app/materials/links.ts';
import { today } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { linksOfType } from '../../vault/queries/decisions.ts';
import { restrictionsKeepingReaders, restrictionsOf, type HeldRestriction } from '../../vault/queries/materials.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { locate, openHoldings, type Located } from '../lookup.ts';
import { originOf } from './origin.ts';

const read = ({ id, materialId, json }: HeldRestriction, setBy: string): Restriction => ({ id, materialId, setBy, ...restrictionInput.parse(JSON.parse(json)) });

/** Restrictions not lifted, of whatever date: the rules look at their terms. */
export function restrictionsOn(vault: OpenVault, materialId: string): readonly Restriction[] {
  const at = locate(vault, materialId);
  if (at === undefined) return [];
  return restrictionsOf(at.db, materialId).filter(({ liftedBy }) => liftedBy === null)
    .map((one) => read(one, at.row.originator));
}

/**
 * What the originator's restrictions say against this officer's use of a material on this day, those on everything that it is made of with them (R9.5);
 * of what cannot be opened here nothing is known.
 */
export function refusedUse({ vault, clock }: Pick<Context, 'vault' | 'clock'>, at: Located, use: Use): readonly Refusal[] {
  const restrictions = originOf(vault, at).ids.flatMap((id) => restrictionsOn(vault, id));
  return useRefusals(restrictions, { use, role: vault.identity.officer.role, date: today(clock) });
}

/** Materials whose content is not for this officer although the holding is (R11.5), with all that is made of them: as a rule none. */
export function withheldFrom({ vault, clock }: Pick<Context, 'vault' | 'clock'>): ReadonlySet<string> {
  const by = { use: 'view', role: vault.identity.officer.role, date: today(clock) } as const;
  const own = openHoldings(vault).flatMap(({ db }) => restrictionsKeepingReaders(db)).filter((one) => useRefusals([read(one, '')], by).length > 0);
  if (own.length === 0) return new Set();
  const links = linksOfType(vault, 'derivedFrom');
  return new Set(own.flatMap(({ materialId }) => [materialId, ...derivatives(materialId, links)]));
}

/** A row as it is shown to one from whom its content is kept: that it is there, and whose. */
export const withoutContent = <R extends Located['row']>(row: R): R => ({ ...row, summary: '', excerpt: '' });
