import type { Answer } from '#app/contract/index.ts';
import type { Handler } from '../../context.ts';
import { locate, located } from '../../acts/lookup.ts';
import { refusedUse, withheldFrom, withoutContent } from '../../acts/exchange/restricted.ts';
import { no } from '../../refused.ts';
import { standingOn } from '../../acts/standing.ts';
import { consentsOf, transfersOf } from '../../vault/queries/exchange.ts';
import { rectificationsOf, revisionsOf } from '../../vault/queries/corrections.ts';
import { incidentsTouching } from '../../vault/queries/incidents.ts';
import { annotationsOf, findRecord, restrictionsOf } from '../../vault/queries/materials.ts';
import { noticesAbout } from '../../vault/queries/notices.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import { linksOf } from '../../vault/queries/decisions.ts';
import { restrictionInput } from '#app/contract/shapes/material.ts';
import { statusOf } from '../notices/status.ts';

const evaluationIn = ({ source, accuracy, typed, sourceKind }: Answer<'materials.card'>['evaluation']) => ({ source, accuracy, typed, sourceKind });

/** Everything about one material that lies in its own holding, and its links as far as the officer can open the other side. */
export const card: Handler<'materials.card'> = ({ materialId }, context) => {
  const { vault, clock } = context;
  const place = located(vault, materialId);
  const { holding, db, row } = place;
  const record = findRecord(db, materialId) ?? no('material.notFound');
  const names = officerNames(vault.registry);
  const name = (id: string): string => names.get(id) ?? id;
  const journal = vault.actsAbout(holding, materialId, 200);
  const registered = journal.find(({ kind }) => kind === 'material.registered' || kind === 'product.prepared');
  const readsJournal = vault.identity.officer.role === 'director';
  const annex1 = standingOn(vault.registry, clock.now().slice(0, 10)).annex1;
  const withheld = refusedUse(context, place, 'view');
  const closed = withheld.length > 0;
  const others = withheldFrom(context);
  const revisions = revisionsOf(db, materialId);
  return {
    row: closed ? withoutContent(row) : row, withheld: [...withheld],
    asReceived: closed ? { ...record.asReceived, attributes: [], text: '' } : record.asReceived,
    evaluation: evaluationIn(revisions.at(-1) ?? record.evaluation),
    evaluations: [
      { id: null, at: record.registeredAt, officer: name(registered?.officer ?? ''), ...record.evaluation, instruction: null },
      ...revisions.map((one) => ({ id: one.id, at: one.at, officer: name(one.officer), ...evaluationIn(one), instruction: one.instruction })),
    ],
    rectifications: closed ? [] : rectificationsOf(db, materialId).map(({ id, at, officer, text, instruction }) => ({ id, at, officer: name(officer), text, instruction })),
    packageId: record.packageId, packageNumber: record.packageNumber,
    channel: record.channel, courier: record.courier, requestId: record.requestId, higherReason: record.higherReason, annex1Version: record.annex1Version,
    officer: name(registered?.officer ?? ''), reasons: record.reasons,
    grifHistory: [{ at: record.registeredAt, degree: record.degree, marking: annex1?.centre[record.degree].ru ?? '', why: record.sources.length > 0 ? 'computed' : record.higherReason }],
    carriers: [{ ...record.carrier, state: 'held' }],
    attachments: closed ? [] : record.attachments,
    annotations: closed ? [] : annotationsOf(db, materialId).map(({ at, officer, text }) => ({ at, officer: name(officer), text })),
    restrictions: restrictionsOf(db, materialId).map(({ id, json, liftedBy }) => ({ id, ...restrictionInput.parse(JSON.parse(json)), liftedBy })),
    consents: consentsOf(db, materialId).map(({ id }) => id),
    links: linksOf(db, materialId).map(({ id, from, to, type, at, officer, reason: own }) => {
      const away = from === materialId;
      const other = locate(vault, away ? to : from);
      // It lies with the side from which the decision was made.
      const reason = own ?? (other === undefined ? null : linksOf(other.db, other.row.id).find((one) => one.id === id)?.reason) ?? '';
      return { id, type, direction: away ? 'to' as const : 'from' as const, decidedAt: at, officer: name(officer), reason: closed ? '' : reason, other: other === undefined ? null : others.has(other.row.id) ? withoutContent(other.row) : other.row };
      // That a link leads where the officer has no key is for the director alone to know (R7.9).
    }).filter(({ other }) => other !== null || vault.identity.officer.role === 'director'),
    sources: record.sources,
    transfers: transfersOf(db, materialId).map(({ at, recipient, packageNumber, copyNo, consentIds, purpose, confirmed }) => ({
      at, recipient, packageNumber, copyNo, consents: [...consentIds], purpose, confirmed: [...confirmed],
    })),
    notices: noticesAbout(db, materialId).map((notice) => ({ id: notice.id, kind: notice.kind, addressee: notice.addressee, number: notice.number, status: statusOf(notice), at: notice.issuedAt ?? notice.draftedAt })),
    incidents: incidentsTouching(db, materialId).map(({ id }) => id),
    journal: journal.map(({ seq, at, officer, kind, result }) => ({ seq: readsJournal ? seq : null, at, officer: name(officer), kind, result })),
  };
};
