import { dateOf } from '#app/agreement/civilDate.ts';
import { highest } from '#app/agreement/grif.ts';
import { breachNotices, type BreachNotice, type MadeTransfer, type TouchedMaterial } from '#app/incidents/breach.ts';
import { undrafted } from '#app/incidents/undrafted.ts';
import type { HoldingName } from '#app/journal/act.ts';
import { derivatives } from '#app/materials/links.ts';
import type { NoticeItem } from '#app/notices/similar.ts';
import type { Context } from '../../context.ts';
import { linksOfType } from '../../vault/queries/decisions.ts';
import { transfersOf } from '../../vault/queries/exchange.ts';
import type { StoredNotice } from '../../vault/queries/notices.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { originOf, outsideAccess } from '../exchange/origin.ts';
import { holdingOf, locate, recordOf, type Located } from '../lookup.ts';
import { draftLetter, type Drafted } from '../notices/draft.ts';

function itemOf(vault: OpenVault, id: string): NoticeItem {
  const record = recordOf(vault, id);
  return { materialId: id, reference: { number: record.senderNumber, date: record.senderDate }, incoming: { number: record.regNo, date: dateOf(record.registeredAt) } };
}

/**
 * Who provided a material: its originator, or for a product each contributor with its own sources (R14.3). A source that lies where
 * this officer has no key is left to whoever sees it: a breach is never refused for it (Art. 14: immediately).
 */
function touched(vault: OpenVault, at: Located): TouchedMaterial {
  const { row } = at;
  const { origin } = originOf(vault, at);
  if (origin.kind === 'single') return { id: row.id, degree: row.degree, origins: [{ body: origin.originator, degree: row.degree, items: [itemOf(vault, row.id)] }] };
  return {
    id: row.id, degree: row.degree,
    origins: origin.contributors.filter(({ body }) => body !== outsideAccess).map(({ body, materialIds }) => ({
      body, degree: highest(materialIds.flatMap((id) => locate(vault, id)?.row.degree ?? [])) ?? row.degree, items: materialIds.map((id) => itemOf(vault, id)),
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

/** What a notice lies in. What a body received from others is known to the Centre alone, so such a notice lies in the Centre's own holding. */
const holdingFor = ({ provided, addressee, degree }: BreachNotice): HoldingName => holdingOf(provided.length > 0 ? addressee : 'CENTRE', degree);

type Breach = Parameters<typeof breachNotices>[0];

/** Every notice that a breach of these materials asks for, of which this officer may draft each; `until`: transfers made later are not of it. */
export function dueNotices(vault: OpenVault, breach: Breach, places: readonly Located[], until: string): readonly BreachNotice[] {
  const products = derivedFrom(vault, places);
  const materials = [
    ...places.map((place) => touched(vault, place)),
    // A product made of what was touched: its recipients hold it too (R14.2). It names nobody who provided it and is not frozen itself.
    ...products.map(({ row }): TouchedMaterial => ({ id: row.id, degree: row.degree, origins: [] })),
  ];
  const transfers: MadeTransfer[] = [...places, ...products].flatMap(({ db, row }) => transfersOf(db, row.id).filter(({ at }) => at <= until)
    .map(({ recipient, packageNumber, at }) => ({ materialId: row.id, recipient, outgoing: { number: packageNumber, date: dateOf(at) } })));
  return breachNotices(breach, materials, transfers).filter((notice) => vault.mayHold(holdingFor(notice)));
}

/** Notices of an open breach that this officer sees to be due and that nobody has drafted. `told`: those drafted for it. */
export function missingNotices(vault: OpenVault, breach: Breach & { readonly materialIds: readonly string[]; readonly openedAt: string }, told: readonly StoredNotice[]): readonly BreachNotice[] {
  const due = dueNotices(vault, breach, breach.materialIds.flatMap((id) => locate(vault, id) ?? []), breach.openedAt);
  return undrafted(due, told.map(({ lines, received }) => ({ received, materialIds: lines.flatMap(({ materialId }) => materialId ?? []) })));
}

/** The letter that tells of one, as a draft. */
export function drafted(notice: BreachNotice, incidentId: string, context: Context): Drafted {
  return draftLetter({
    kind: 'breach', to: notice.addressee, holding: holdingFor(notice), degree: notice.degree, received: [...notice.received],
    lines: notice.provided.map(({ materialId, reference, incoming }) => ({
      materialId, ownReference: reference.number, ownDate: reference.date, ourNumber: incoming.number, ourDate: incoming.date,
    })),
    incident: { id: incidentId, kind: notice.breach, object: notice.object, discoveredAt: notice.discoveredAt },
  }, context);
}
