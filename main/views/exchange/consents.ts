import type { Answer } from '#app/contract/index.ts';
import type { Handler } from '../../context.ts';
import { located, openHoldings } from '../../acts/lookup.ts';
import { allConsents, consentsOf } from '../../vault/queries/exchange.ts';
import { findRow } from '../../vault/queries/materials.ts';
import { officerNames } from '../../vault/queries/officers.ts';

type Listed = Answer<'consents.list'>[number];

/** A consent whose parts lie in several holdings is shown once, with the materials of those that the officer can open (Art. 11). */
export const listConsents: Handler<'consents.list'> = ({ materialId }, { vault }) => {
  const only = materialId === null ? null : new Set(consentsOf(located(vault, materialId).db, materialId).map(({ id }) => id));
  const names = officerNames(vault.registry);
  const byId = new Map<string, Listed>();
  for (const { db } of openHoldings(vault)) {
    for (const { officer, ...consent } of allConsents(db)) {
      if (only !== null && !only.has(consent.id)) continue;
      const before = byId.get(consent.id);
      const regNos = consent.materialIds.map((id) => findRow(db, id)?.regNo ?? '').filter((regNo) => regNo !== '');
      byId.set(consent.id, {
        ...consent, officer: names.get(officer) ?? officer,
        materialIds: [...(before?.materialIds ?? []), ...consent.materialIds], regNos: [...(before?.regNos ?? []), ...regNos],
      });
    }
  }
  return [...byId.values()].toSorted((a, b) => (a.recordedAt === b.recordedAt ? compare(a.id, b.id) : compare(b.recordedAt, a.recordedAt)));
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
