import type { Answer } from '#app/contract/index.ts';
import type { Handler } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { countPackagesOut, findPackageOut, packagesOutBefore, type PackageOut } from '../../vault/queries/packages-out.ts';

const shown = ({ id, number, recipient, startedAt, sealedAt, items, sha256, channel, state, voidCode, receiptOn }: PackageOut): Answer<'outgoing.card'> =>
  ({ id, number, recipient, sealedAt: sealedAt ?? startedAt, items, sha256, channel, state, voidCode, receiptAt: receiptOn });

const page: Handler<'outgoing.page'> = ({ cursor, limit }, { vault }) => {
  const before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor);
  if (!Number.isSafeInteger(before) || before < 1) no('search.badCursor');
  const rows = packagesOutBefore(vault.registry, before, limit + 1);
  const here = rows.slice(0, limit);
  return { rows: here.map(shown), next: rows.length > limit ? String(here.at(-1)?.seq ?? '') : null, total: countPackagesOut(vault.registry) };
};

const card: Handler<'outgoing.card'> = ({ packageId }, { vault }) => shown(found(findPackageOut(vault.registry, packageId), 'package.notFound'));

export const outgoingViews = { 'outgoing.page': page, 'outgoing.card': card };
