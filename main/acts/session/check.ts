import { finishGently } from '../../vault/steps.ts';
import type { Handler } from '../../context.ts';

/** Every page and sealed file, the whole chain, its signatures and heads, and the projections built anew from it against the live ones (R11.4). */
export const checkVault: Handler<'vault.check'> = async (_, { vault, jobs, newId }) => {
  const [damage, verdict, rebuilt] = await jobs.run(newId(), async ({ progress, signal }) => {
    const found = await finishGently(vault.survey(), ({ done, of }) => progress('stores', done, of), signal);
    // A store that cannot be read whole is named already; what stands is still compared.
    const unreadable = new Set(found.flatMap(({ what, store }) => (what === 'file' || what === 'heads' ? [] : [store])));
    return [
      found,
      await finishGently(vault.journal.verify(), ({ done, of }) => progress('journal', done, of), signal),
      await finishGently(vault.rebuild(unreadable), ({ done, of }) => progress('projections', done, of), signal),
    ] as const;
  });
  const differences = rebuilt.differences.map(({ store, table, rows }) => ({ table: `${store} ${table}`, rows }));
  const lost = rebuilt.lost.map(({ seq, holding }) => ({ seq, holding }));
  const broken = verdict.broken ?? null;
  if (vault.reading === undefined) {
    vault.commit([{
      kind: 'vault.checked', result: 'done', subject: null,
      open: { acts: verdict.acts, broken: broken?.seq ?? null, differences: differences.length, lost: lost.length, damage: damage.length }, held: [],
    }]);
  }
  return { acts: verdict.acts, head: verdict.head, broken, differences, lost, damage };
};
