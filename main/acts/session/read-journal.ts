import type { Context } from '../../context.ts';
import { manyActs } from '../../vault/journal-reading.ts';
import { finishGently } from '../../vault/steps.ts';
import type { OpenVault } from '../../vault/vault.ts';

/** One at a time for an open vault; a second wish joins the first. */
const running = new WeakMap<OpenVault, Promise<void>>();
/** What somebody broke off is not begun again by itself. */
const brokenOff = new WeakSet<OpenVault>();

function read({ vault, jobs, newId }: Context): Promise<void> {
  const before = running.get(vault);
  if (before !== undefined) return before;
  const going = jobs.run(newId(), ({ progress, signal }) => finishGently(vault.journal.catchUp(), ({ done, of }) => progress('journal', done, of), signal)).finally(() => running.delete(vault));
  running.set(vault, going);
  return going;
}

/** Takes acts that nobody has read yet into the index, in pieces and with progress where they are many. Throws `forbidden` for who does not read the journal, `locked`, and the reason of whoever breaks it off. */
export async function readJournal(context: Context): Promise<void> {
  if (context.vault.journal.behind() > manyActs) await read(context);
}

/** Whether the journal is read but for what is read in a moment; if not, it is read from now on, in pieces, and `vault` is told to be asked again when it is. What a lock cuts off is gone on with at the next opening. */
export function readJournalInBackground(context: Context): boolean {
  const { vault, changed } = context;
  if (vault.journal.behind() <= manyActs) return true;
  if (running.has(vault) || brokenOff.has(vault)) return false;
  read(context).then(() => changed(['vault']), () => brokenOff.add(vault));
  return false;
}
