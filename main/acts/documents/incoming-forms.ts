import { dateOf } from '#app/agreement/civilDate.ts';
import type { Language } from '#app/contract/shapes/text.ts';
import { restrictionInput } from '#app/contract/shapes/material.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import { receipt } from '#app/documents/receipt.ts';
import { registrationCard } from '#app/documents/registration-card.ts';
import { registrationStamp } from '#app/documents/registration-stamp.ts';
import { restrictionInWords } from '#app/documents/restriction-words.ts';
import type { Context } from '../../context.ts';
import { found, refuseIfAny } from '../../refused.ts';
import { revisionsOf } from '../../vault/queries/corrections.ts';
import { findRecord, restrictionsOf } from '../../vault/queries/materials.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import { findPackageIn } from '../../vault/queries/packages-in.ts';
import { findRequest } from '../../vault/queries/requests.ts';
import { refusedUse } from '../exchange/restricted.ts';
import { holdingOf, located } from '../lookup.ts';
import { addresseeOf, requisitesOf, stationeryOf } from './stationery.ts';

interface Wanted {
  readonly language: Language;
  readonly second: Language | null;
  readonly copies: number;
  readonly reference: string;
}

/** P6, the registration card: parameters of receipt, what came verbatim, and the Centre's own fields beside it (Art. 11, 15). */
export function cardOf(context: Context, materialId: string, { language, second, copies, reference }: Wanted): DocumentModel {
  const { vault } = context;
  const at = located(vault, materialId);
  refuseIfAny(refusedUse(context, at, 'print'));
  const { holding, db, row } = at;
  const record = found(findRecord(db, materialId), 'material.notFound');
  const received = record.packageId === null ? undefined : findPackageIn(vault, record.packageId);
  const stationery = stationeryOf(context, language, second);
  const seals = stationery.words.common.seals;
  const names = officerNames(vault.registry);
  const registered = vault.actsAbout(holding, materialId, 200).find(({ kind }) => kind === 'material.registered' || kind === 'product.prepared');
  const originator = addresseeOf(context, record.originator, language);
  const request = record.requestId === null ? undefined : findRequest(vault, record.requestId);
  return registrationCard(stationery, {
    requisites: requisitesOf(context, record.regNo, reference, copies, [stationery.words.common.back.toFile]),
    degree: row.degree,
    originator: [originator.body, originator.state].filter((text) => text !== '').join(', '),
    originatorReference: { number: record.senderNumber, date: record.senderDate },
    basis: record.basis,
    request: request?.number ?? '',
    receipt: {
      at: record.receivedAt, by: names.get(received?.officer ?? '') ?? '', channel: record.channel, courier: record.courier, packageNumber: record.packageNumber,
      seals: received === undefined ? '' : [seals[received.seals], received.sealNumbers].filter((text) => text !== '').join(', '),
    },
    asReceived: { ...record.asReceived, markingPlace: record.carrier.markingPlace, evaluation: record.asReceived.code },
    higherReason: record.higherReason,
    annex1: record.annex1Version,
    evaluation: revisionsOf(db, materialId).at(-1) ?? record.evaluation,
    personalData: record.personalData,
    summary: record.summary,
    admission: row.admission,
    restrictions: restrictionsOf(db, materialId).filter(({ liftedBy }) => liftedBy === null)
      .map(({ json }) => restrictionInWords(stationery.words, restrictionInput.parse(JSON.parse(json)))),
    carriers: [{ code: record.carrier.code, kind: record.carrier.kind, copy: record.carrier.copyNo, of: record.carrier.copies, sheets: record.carrier.sheets, medium: record.carrier.number, place: '' }],
    files: record.attachments.map(({ size, sha256 }) => ({ size, sha256 })),
    registeredBy: names.get(registered?.officer ?? '') ?? '',
  });
}

/** P7, for the carrier itself. It has nothing of the content, so no restriction on the content's printing holds it back: a carrier without it is unmarked (Art. 8). */
export function stampOf(context: Context, materialId: string, { language }: Pick<Wanted, 'language'>): DocumentModel {
  const { db, row } = located(context.vault, materialId);
  const { regNo, registeredAt, carrier } = found(findRecord(db, materialId), 'material.notFound');
  return registrationStamp(stationeryOf(context, language, null), { number: regNo, date: dateOf(registeredAt), degree: row.degree, carrier });
}

/**
 * P3 for a package received: unclassified, the sender's own numbers and copies, no subject and no grif (Art. 10). Whose grants do not cover all that
 * the sender's packages can hold gives a receipt that says so, whatever is in this one (docs/decisions/receipts-by-scope.md).
 */
export function receiptIn(context: Context, packageId: string, { language, second }: Wanted): DocumentModel {
  const { vault } = context;
  const received = found(findPackageIn(vault, packageId), 'package.notFound');
  const { sender } = received;
  const from = sender.kind === 'listed' ? addresseeOf(context, sender.body, language).body : sender.nameAsWritten;
  const lie = (['LOWER', 'UPPER'] as const).map((degree) => holdingOf(sender.kind === 'listed' ? sender.body : 'CENTRE', degree));
  const own = lie.filter((holding) => vault.mayHold(holding));
  const documents = own.flatMap((holding) => {
    const db = vault.wholeHolding(holding);
    return db === undefined ? [] : materialsIn(db, packageId);
  });
  return receipt(stationeryOf(context, language, second), {
    packageNumber: received.outerNumber === '' ? received.number : received.outerNumber, sender: from, receiver: addresseeOf(context, 'CENTRE', language).body,
    documents, partial: own.length < lie.length, receivedOn: dateOf(received.receivedAt), receivedBy: officerNames(vault.registry).get(received.officer) ?? '',
  });
}

function materialsIn(db: Parameters<typeof findRecord>[0], packageId: string): { number: string; copies: number[] }[] {
  return db.prepare<[string], { number: string; copy: number }>('SELECT sender_number AS number, copy_no AS copy FROM material WHERE package_id = ? ORDER BY n').all(packageId)
    .map(({ number, copy }) => ({ number, copies: [copy] }));
}
