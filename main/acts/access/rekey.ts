import type { Context, Handler } from '../../context.ts';
import type { OpenVault } from '../../vault/vault.ts';

/** One at a time for an open vault; a second wish joins the first. */
const running = new WeakMap<OpenVault, Promise<number>>();

function run({ vault, jobs, newId }: Context): Promise<number> {
  const before = running.get(vault);
  if (before !== undefined) return before;
  const going = jobs.run(newId(), ({ progress, signal }) => vault.rekey(({ done, of }) => progress('rekeying', done, of), signal)).finally(() => running.delete(vault));
  running.set(vault, going);
  return going;
}

/** Encrypts anew what is due while the officer goes on working. What a lock, a power cut or a full disk cuts off is due still, and begun again at the next opening. */
export function rekeyInBackground(context: Context): void {
  if (context.vault.rekeyDue().length === 0) return;
  run(context).catch(() => undefined);
}

export const rekey: Handler<'access.rekey'> = async (_, context) => ({ holdings: await run(context) });
