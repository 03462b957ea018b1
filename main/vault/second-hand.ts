import { AsyncLocalStorage } from 'node:async_hooks';
import type { Hand } from './journal.ts';

/** Follows what one command does and nothing that runs beside it: another act of the same officer must not come to bear the second signature. */
const held = new AsyncLocalStorage<{ readonly vaultId: string; hand: Hand | undefined }>();

/** Runs `work` with the second officer's hand for its acts. What the work leaves running behind it has the hand no more. */
export async function holdHand<T>(vaultId: string, hand: Hand, work: () => Promise<T>): Promise<T> {
  const holder = { vaultId, hand: hand as Hand | undefined };
  try {
    return await held.run(holder, work);
  } finally {
    holder.hand = undefined;
  }
}

/** Id of the second officer of the command that runs; undefined outside a command of two. */
export const secondOfficer = (vaultId: string): string | undefined => secondHand(vaultId)?.officer;

/** The second officer of the command that runs; undefined outside a command of two. */
export function secondHand(vaultId: string): Hand | undefined {
  const holder = held.getStore();
  return holder?.vaultId === vaultId ? holder.hand : undefined;
}
