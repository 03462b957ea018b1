import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';
import { countPackagesOut, packagesOutBefore } from '../../vault/queries/packages-out.ts';

export const outgoingPage: Handler<'outgoing.page'> = ({ cursor, limit }, { vault }) => {
  const before = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor);
  if (!Number.isSafeInteger(before) || before < 1) no('search.badCursor');
  const rows = packagesOutBefore(vault.registry, before, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map(({ id, number, recipient, startedAt, sealedAt, items, sha256, channel, state, voidCode, receiptOn }) =>
      ({ id, number, recipient, sealedAt: sealedAt ?? startedAt, items, sha256, channel, state, voidCode, receiptAt: receiptOn })),
    next: rows.length > limit ? String(shown.at(-1)?.seq ?? '') : null,
    total: countPackagesOut(vault.registry),
  };
};
