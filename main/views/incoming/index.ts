import { dateOf } from '#app/agreement/civilDate.ts';
import type { Handler } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { openHoldings } from '../../acts/lookup.ts';
import { materialsOfPackage } from '../../vault/queries/materials.ts';
import { lettersOf } from '../../vault/queries/notices.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import { countPackagesIn, findPackageIn, packagesInBefore, type PackageIn } from '../../vault/queries/packages-in.ts';
import { packagesAnswering } from '../../vault/queries/exchange.ts';
import { countAnswers, requestsOf } from '../../vault/queries/requests.ts';
import type { ReadableDb } from '../../vault/store.ts';
import type { OpenVault } from '../../vault/vault.ts';

const fields = ({ sender, outerNumber, channel, courier, seals, sealNumbers, receivedAt, remarks, sealedHash }: PackageIn) =>
  ({ sender, outerNumber, channel, courier, seals, sealNumbers, receivedAt, remarks, sealedHash });

const inside = (vault: OpenVault, packageId: string) => openHoldings(vault).flatMap(({ db }) => materialsOfPackage(db, packageId));

const page: Handler<'incoming.page'> = ({ cursor, limit, onlyOpen }, { vault }) => {
  let before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor);
  if (!Number.isSafeInteger(before)) no('search.badCursor');
  const rows = [];
  let more = true;
  while (rows.length < limit && more) {
    const older = packagesInBefore(vault, before, limit);
    more = older.length === limit;
    for (const { seq, package: received } of older) {
      before = seq;
      const materials = inside(vault, received.id).length;
      if (onlyOpen && materials > 0) continue;
      rows.push({ id: received.id, number: received.number, registeredAt: received.registeredAt, ...fields(received), admission: received.admission, materials });
      if (rows.length === limit) break;
    }
  }
  return { rows, next: rows.length === limit ? String(before) : null, total: countPackagesIn(vault) };
};

const card: Handler<'incoming.card'> = ({ packageId }, { vault }) => {
  const received = found(findPackageIn(vault, packageId), 'package.notFound');
  return {
    id: received.id, number: received.number, registeredAt: received.registeredAt, officer: officerNames(vault.registry).get(received.officer) ?? received.officer,
    ...fields(received), admission: received.admission, reasons: received.reasons, materials: inside(vault, packageId),
  };
};

/** It lies where its request does. */
function letterFor(db: ReadableDb, requestId: string) {
  const [letter] = lettersOf(db, 'justificationRequest', requestId);
  return letter === undefined ? null : { noticeId: letter.id, issuedOn: letter.issuedAt === null ? null : dateOf(letter.issuedAt) };
}

const listRequests: Handler<'requests.list'> = (_, { vault }) => {
  const holdings = openHoldings(vault);
  return holdings.flatMap(({ db }) => requestsOf(db).map((request) => ({ ...request, letter: letterFor(db, request.id) })))
    .map((request) => ({ ...request, answers: holdings.reduce((sum, { db }) => sum + countAnswers(db, request.id), 0), sent: new Set(holdings.flatMap(({ db }) => packagesAnswering(db, request.id))).size }))
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
};

export const incomingViews = { 'incoming.page': page, 'incoming.card': card, 'requests.list': listRequests };
