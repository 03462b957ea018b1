import { deputyOf } from '#app/access/authority.ts';
import { dateOf } from '#app/agreement/civilDate.ts';
import { rightsHolder } from '#app/agreement/bodies.ts';
import { isBelow } from '#app/agreement/grif.ts';
import { samePurpose } from '#app/exchange/purpose.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { deputiesOf } from '../../vault/queries/access.ts';
import { findRecord } from '../../vault/queries/materials.ts';
import { lettersOf, type StoredNotice } from '../../vault/queries/notices.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { holdingOf, located, locate, openHoldings, type Located } from '../lookup.ts';
import { draftLetter } from '../notices/draft.ts';
import { standingOn } from '../standing.ts';
import { deciderFor } from './decision.ts';
import { originOf } from './origin.ts';

/** Requests for consents to a transfer of this material that were not dropped, as far as the officer can open them, the newest first. */
export const requestsFor = (vault: OpenVault, materialId: string): readonly StoredNotice[] =>
  openHoldings(vault).flatMap(({ db }) => lettersOf(db, 'consentRequest', materialId)).toSorted((a, b) => (a.draftedAt < b.draftedAt ? 1 : -1));

/** What of a material, or of what is in it, comes from a body or from one whose rights it holds (R3.4). */
function sourcesOf(vault: OpenVault, at: Located, grantor: string, date: string): readonly Located[] {
  const { bodies } = standingOn(vault.registry, date);
  return originOf(vault, at).ids.flatMap((id) => locate(vault, id) ?? []).filter(({ row }) => !row.product && rightsHolder(row.originator, bodies) === grantor);
}

const decides = ({ vault, clock }: Context): boolean => {
  const { officer } = vault.identity;
  return officer.role === 'director' || deputyOf(officer, deputiesOf(vault.registry), today(clock)) !== undefined;
};

/**
 * Drafts P10: to one body, of its own information alone, with its own grif, where that information lies (R8.4; Q10). What a document of the Centre is
 * made of else cannot be read from it. A body that gave nothing to it, asked as one of all (Art. 12), would learn from the letter that the material
 * exists: that is the director's to choose.
 */
export const requestConsent: Handler<'consents.request'> = ({ materialId, recipient, grantor, purpose, telling = false }, context) => {
  const { vault, clock } = context;
  const date = today(clock);
  found(standingOn(vault.registry, date).bodies.find((one) => one.code === recipient), 'body.unknown', { body: recipient });
  if (purpose === '') no('purpose.missing');
  const at = located(vault, materialId);
  const { cells } = deciderFor(context, { date, purpose, channel: '', confirmedPurposes: [], requestId: null, person: '' })(materialId, recipient).consents;
  // The same answer whether it has nothing to do with the material or this officer may not know that it has.
  const cell = cells.find((one) => one.grantor === grantor);
  if (cell === undefined || cell.state === 'granted') no('consent.notNeeded', { body: grantor, recipient });
  const draft = requestsFor(vault, materialId).find(({ number, particulars: said }) =>
    number === null && said?.kind === 'consentRequest' && said.grantor === grantor && said.recipient === recipient && samePurpose(said.purpose, purpose));
  if (draft !== undefined) no('consent.requestStands', { body: grantor });
  const own = sourcesOf(vault, at, grantor, date);
  const [first] = own;
  if (first === undefined && !(telling && decides(context))) no('consent.requestTells', { body: grantor }, { missing: 'directorDecision', supplier: { kind: 'director' } });
  const place = own.reduce((up, one) => (isBelow(up.row.degree, one.row.degree) ? one : up), first ?? at);
  const { act, notice } = draftLetter({
    kind: 'consentRequest', to: grantor, holding: first === undefined ? holdingOf(grantor, at.row.degree) : place.holding, degree: place.row.degree, link: materialId,
    lines: own.flatMap(({ db, row }) => {
      const record = findRecord(db, row.id);
      return record === undefined ? [] : [{ materialId: row.id, ownReference: record.senderNumber, ownDate: record.senderDate, ourNumber: record.regNo, ourDate: dateOf(record.registeredAt) }];
    }),
    particulars: { kind: 'consentRequest', grantor, recipient, purpose, product: own.some(({ row }) => row.id === materialId) ? null : at.row.regNo },
  }, context);
  vault.commit([act]);
  return notice;
};
