import { highest } from '#app/agreement/grif.ts';
import { dateOf } from '#app/agreement/civilDate.ts';
import { incidentOpened } from '#app/incidents/acts.ts';
import { breachNotices, type BreachNotice, type MadeTransfer, type TouchedMaterial } from '#app/incidents/breach.ts';
import { checkIncident, incidentNumber } from '#app/incidents/incident.ts';
import { actOf } from '#app/journal/kind.ts';
import { derivatives } from '#app/materials/links.ts';
import { productBasis } from '#app/materials/product.ts';
import type { NoticeItem } from '#app/notices/similar.ts';
import type { Context, Handler } from '../../context.ts';
import { refuseIfAny } from '../../refused.ts';
import { transfersOf } from '../../vault/queries/exchange.ts';
import { nextIncident } from '../../vault/queries/incidents.ts';
import { linksOfType } from '../../vault/queries/decisions.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { byHolding, holdingOf, locate, located, recordOf, type Located } from '../lookup.ts';
import { draftLetter, type Drafted } from '../notices/draft.ts';
import { sourceRecords } from '../sources.ts';

function itemOf(vault: OpenVault, id: string): NoticeItem {
  const record = recordOf(vault, id);
  return { materialId: id, reference: { number: record.senderNumber, date: record.senderDate }, incoming: { number: record.regNo, date: dateOf(record.registeredAt) } };
}

/** Who provided a material: its originator, or for a product each contributor with its own sources (R14.3). */
function touched(vault: OpenVault, { row }: Located): TouchedMaterial {
  if (!row.product) return { id: row.id, degree: row.degree, origins: [{ body: row.originator, degree: row.degree, items: [itemOf(vault, row.id)] }] };
  const records = sourceRecords(vault, [row.id]);
  const contributors = productBasis([row.id], records)?.contributors ?? [];
  return {
    id: row.id, degree: row.degree,
    origins: contributors.map(({ body, materialIds }) => ({
      body, degree: highest(materialIds.flatMap((id) => records.get(id)?.degree ?? [])) ?? row.degree, items: materialIds.map((id) => itemOf(vault, id)),
    })),
  };
}

/** Products made of these materials, directly or through another product, that are not among them. One that lies where the officer has no key is not seen. */
function derivedFrom(vault: OpenVault, places: readonly Located[]): readonly Located[] {
  const links = linksOfType(vault, 'derivedFrom');
  const ids = new Set(places.flatMap(({ row }) => [...derivatives(row.id, links)]));
  for (const { row } of places) ids.delete(row.id);
  return [...ids].flatMap((id) => locate(vault, id) ?? []);
}

function drafted(notice: BreachNotice, incidentId: string, context: Context): Drafted {
  const own = notice.provided.length > 0;
  return draftLetter({
    // What a body received from others is known to the Centre alone, so such a notice lies in the Centre's own holding.
    kind: 'breach', to: notice.addressee, holding: holdingOf(own ? notice.addressee : 'CENTRE', notice.degree), degree: notice.degree,
    received: [...notice.received],
    lines: notice.provided.map(({ materialId, reference, incoming }) => ({
      materialId, ownReference: reference.number, ownDate: reference.date, ourNumber: incoming.number, ourDate: incoming.date,
    })),
    incident: { id: incidentId, kind: notice.breach, object: notice.object, discoveredAt: notice.discoveredAt },
  }, context);
}

/** Opens a breach with the least that must be known, freezes what it touches and drafts every notice at once (Art. 14: immediately). */
const open: Handler<'incidents.open'> = (input, context) => {
  const { vault, clock, newId } = context;
  const now = clock.now();
  refuseIfAny(checkIncident(input, now));
  const places = [...new Set(input.materialIds)].map((id) => located(vault, id));
  const products = derivedFrom(vault, places);
  const materials = [
    ...places.map((place) => touched(vault, place)),
    // A product made of what was touched: its recipients hold it too (R14.2). It names nobody who provided it and is not frozen itself.
    ...products.map(({ row }): TouchedMaterial => ({ id: row.id, degree: row.degree, origins: [] })),
  ];
  const transfers: MadeTransfer[] = [...places, ...products].flatMap(({ db, row }) => transfersOf(db, row.id)
    .map(({ recipient, packageNumber, at }) => ({ materialId: row.id, recipient, outgoing: { number: packageNumber, date: dateOf(at) } })));
  const notices = breachNotices(input, materials, transfers);

  const id = newId();
  const year = Number(now.slice(0, 4));
  const degree = highest(places.map(({ row }) => row.degree)) ?? 'UPPER';
  const own = holdingOf('CENTRE', degree);
  const n = nextIncident(vault.holding(own), year);
  const number = incidentNumber(degree, year, n);
  const ids = places.map(({ row }) => row.id);
  const parts = [...byHolding(places, (place) => place.holding)].map(([holding, inIt]) => (
    { holding, content: { part: 'touched' as const, id, number, materialIds: inIt.map(({ row }) => row.id) } }
  ));
  const { kind, object, origin, discoveredAt, facts, measures } = input;
  const opened = { id, number, serial: { year, n }, kind, object, origin, discoveredAt, degree };
  const letters = notices.map((notice) => drafted(notice, id, context));
  vault.commit([
    actOf(incidentOpened, id, opened, [{ holding: own, content: { part: 'facts', ...opened, facts, measures, materialIds: ids } }, ...parts]),
    ...letters.map(({ act }) => act),
  ]);
  return { incidentId: id, number, notices: letters.map(({ notice }) => notice) };
};

export const incidentsActs = { 'incidents.open': open };
