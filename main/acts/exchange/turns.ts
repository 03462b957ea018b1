import type { OpenVault } from '../../vault/vault.ts';

const last = new WeakMap<OpenVault, Promise<unknown>>();

/** One package of a vault is sealed or taken in at a time: numbers and copy numbers follow each other, and each is decided when its turn comes. */
export function inTurn<T>(vault: OpenVault, work: () => Promise<T>): Promise<T> {
  const before = last.get(vault) ?? Promise.resolve();
  const run = before.then(work, work);
  last.set(vault, run.catch(() => undefined));
  return run;
}
