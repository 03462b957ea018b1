import { annex1At, type Annex1Version } from '#app/agreement/annex1.ts';
import { partyStatus, type PartyStatusName } from '#app/agreement/party.ts';
import { stateCodes, type StateCode } from '#app/agreement/states.ts';
import type { BodyRecord } from '#app/contract/shapes/reference.ts';
import { annex1Versions, bodiesOn, standingEvents } from '../vault/queries/reference.ts';
import type { ReadableDb } from '../vault/store.ts';

/** How the Agreement stands on a civil date: who is bound, which bodies there are, which table of grifs holds. */
export interface Standing {
  readonly date: string;
  readonly bodies: readonly BodyRecord[];
  readonly statuses: Readonly<Record<StateCode, PartyStatusName>>;
  readonly annex1: Annex1Version | null;
}

/** What was read last of an open registry, and up to which act of common knowledge: all of it is made of those. */
const read = new WeakMap<ReadableDb, { upTo: number; on: Map<string, Standing> }>();
const mostDays = 100;

/** Read from the reference data as it is now; a status is never stored (R23.2). */
export function standingOn(registry: ReadableDb, date: string): Standing {
  const upTo = registry.prepare<[], { seq: number }>('SELECT max(seq) AS seq FROM act WHERE clear IS NOT NULL').get()?.seq ?? 0;
  const before = read.get(registry);
  const { on } = before?.upTo === upTo && before.on.size < mostDays ? before : { on: new Map<string, Standing>() };
  read.set(registry, { upTo, on });
  const standing = on.get(date) ?? readOn(registry, date);
  on.set(date, standing);
  return standing;
}

function readOn(registry: ReadableDb, date: string): Standing {
  const events = standingEvents(registry);
  const statuses = Object.fromEntries(stateCodes.map((state) => [state, partyStatus(state, date, events).status])) as Record<StateCode, PartyStatusName>;
  return { date, bodies: bodiesOn(registry, date), statuses, annex1: annex1At(annex1Versions(registry), date) };
}
