import type { Answer } from '#app/contract/index.ts';
import type { Handler } from '../../context.ts';
import { openHoldings } from '../../acts/lookup.ts';
import { found, no } from '../../refused.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { transfersInPackage } from '../../vault/queries/exchange.ts';
import { countPackagesOut, findPackageOut, packagesOutBefore, packagesSent, type PackageOut } from '../../vault/queries/packages-out.ts';

/** `items` counts what this officer can open; what else went in the package is not told (R7.9). */
function shown(vault: OpenVault, { id, number, recipient, startedAt, sealedAt, sha256, channel, state, voidCode, receiptOn }: PackageOut): Answer<'outgoing.card'> {
  const items = openHoldings(vault).reduce((sum, { db }) => sum + transfersInPackage(db, id).length, 0);
  return { id, number, recipient, sealedAt: sealedAt ?? startedAt, items, sha256, channel, state, voidCode, receiptAt: receiptOn };
}

const page: Handler<'outgoing.page'> = ({ cursor, limit }, { vault }) => {
  const before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor);
  if (!Number.isSafeInteger(before) || before < 1) no('search.badCursor');
  const rows = packagesOutBefore(vault.holding(packagesSent), before, limit + 1);
  const here = rows.slice(0, limit);
  return { rows: here.map((one) => shown(vault, one)), next: rows.length > limit ? String(here.at(-1)?.seq ?? '') : null, total: countPackagesOut(vault.holding(packagesSent)) };
};

const card: Handler<'outgoing.card'> = ({ packageId }, { vault }) => shown(vault, found(findPackageOut(vault.holding(packagesSent), packageId), 'package.notFound'));

export const outgoingViews = { 'outgoing.page': page, 'outgoing.card': card };
