import type { z } from 'zod';
import { rightsHolder } from '#app/agreement/bodies.ts';
import { dateOf } from '#app/agreement/civilDate.ts';
import { restrictionInput } from '#app/contract/shapes/material.ts';
import { restrictionHolds } from '#app/exchange/restriction.ts';
import type { MaterialRecord } from '#app/materials/acts.ts';
import { today } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { consentsOf, transfersInPackage, type StoredConsent } from '../../vault/queries/exchange.ts';
import { codeOf } from '../../vault/queries/corrections.ts';
import { findRecord, restrictionsOf } from '../../vault/queries/materials.ts';
import { findPackageOut, packagesSent } from '../../vault/queries/packages-out.ts';
import { located, openHoldings, type Located } from '../lookup.ts';
import { standingOn } from '../standing.ts';

/** A material in a package, with all that the package and its papers say of it. */
export interface DispatchItem {
  readonly at: Located;
  readonly record: MaterialRecord;
  /** The originator's evaluation that counted when it went, as it was given. */
  readonly code: string;
  /** Number of the copy that this package is. */
  readonly copyNo: number;
  /** Row of the decision table under which it goes. */
  readonly row: string;
  readonly consentIds: readonly string[];
  /** Consents and restrictions whose purpose was confirmed to cover this one. */
  readonly confirmed: readonly string[];
  /** Consents that the addressee is told of. */
  readonly consents: readonly StoredConsent[];
  /** The originator's restrictions in force on the day. */
  readonly restrictions: readonly z.infer<typeof restrictionInput>[];
}

export interface Dispatch {
  readonly id: string;
  readonly number: string;
  readonly recipient: string;
  /** Civil date. */
  readonly date: string;
  readonly purpose: string;
  readonly channel: string;
  /** The request that it answers; null for an initiative. */
  readonly requestId: string | null;
  /** Whom it is addressed to by name; empty for the body. */
  readonly person: string;
  readonly items: readonly DispatchItem[];
}

interface Going {
  readonly copyNo: number;
  readonly row: string;
  readonly consentIds: readonly string[];
  readonly confirmed: readonly string[];
}

/**
 * Of a material of one originator the addressee learns its consent and its restrictions: he must keep to them (Art. 8, 9). Of a
 * product he learns neither: their numbers, and how many there are, would tell whose information is in it (Art. 8, R9.7). `sealedAt`: of a package that was sealed before, whose papers stay what they were.
 */
export function dispatchItem({ vault }: Context, materialId: string, date: string, { copyNo, row, consentIds, confirmed }: Going, sealedAt?: string): DispatchItem {
  const at = located(vault, materialId);
  const record = found(findRecord(at.db, materialId), 'material.notFound');
  const known = at.row.product ? [] : consentsOf(at.db, materialId).filter(({ id }) => consentIds.includes(id));
  const restrictions = at.row.product ? [] : restrictionsOf(at.db, materialId).filter(({ liftedBy }) => liftedBy === null)
    .map(({ id, json }) => ({ id, materialId, setBy: at.row.originator, ...restrictionInput.parse(JSON.parse(json)) }))
    .filter((one) => restrictionHolds(one, date));
  return { at, record, code: codeOf(at.db, record, sealedAt), copyNo, row, consentIds, confirmed, consents: known, restrictions };
}

/** A package that was written, as it was sealed. Throws `package.notFound`. */
export function dispatchOf(context: Context, packageId: string): Dispatch {
  const { vault } = context;
  const sent = found(findPackageOut(vault.holding(packagesSent), packageId), 'package.notFound');
  const transfers = openHoldings(vault).flatMap(({ db }) => transfersInPackage(db, packageId));
  const [first] = transfers;
  // A paper with some of the items would be a wrong paper.
  if (first !== undefined && first.of !== transfers.length) no('package.notFound');
  const date = dateOf(sent.startedAt);
  return {
    id: sent.id, number: sent.number, recipient: sent.recipient, date, purpose: found(first, 'package.notFound').purpose, channel: sent.channel, requestId: first?.requestId ?? null, person: first?.person ?? '',
    items: transfers.map((one) => dispatchItem(context, one.materialId, date, one, sent.startedAt)),
  };
}

/** Whether the addressee is the originator, or holds its rights today: then he may read his own number and date (Art. 8). */
export function goesHome({ vault, clock }: Context, { record }: DispatchItem, recipient: string): boolean {
  return rightsHolder(record.originator, standingOn(vault.registry, today(clock)).bodies) === recipient;
}
