import type { Handler } from '../../context.ts';

/** The whole chain, its signatures and heads, and the projections built anew from it against the live ones (R11.4). */
export const checkVault: Handler<'vault.check'> = (_, { vault }) => {
  const verdict = vault.journal.verify();
  const differences = vault.rebuild();
  vault.commit([{
    kind: 'vault.checked', result: 'done', subject: null,
    open: { acts: verdict.acts, broken: verdict.broken === null ? null : verdict.broken.seq, differences: differences.length }, held: [],
  }]);
  return { acts: verdict.acts, head: verdict.head, broken: verdict.broken, differences: [...differences] };
};
