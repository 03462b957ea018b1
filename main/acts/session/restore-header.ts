import { readHeaderLines, type ReadLines } from '#app/documents/header-lines.ts';
import type { HouseHandler } from '../../context.ts';
import { no } from '../../refused.ts';
import { putHeaderBack, VaultError } from '../../vault/vault.ts';

const none = '-';
const wrongIn = ({ wrong }: ReadLines): string => wrong.map(({ row, line }) => (line === null ? String(row) : `${row} (${line})`)).join(', ') || none;

/** The header from paper, typed or scanned. It brings no key and no act: who unlocks under it says so in the journal (Art. 11). */
export const restoreHeader: HouseHandler<'vault.restoreHeader'> = ({ lines }, { session, machine }) => {
  if (session.vault() !== undefined) no('session.mustLock');
  const read = readHeaderLines(lines);
  if (read.bytes === undefined || read.wrong.length > 0) no('headerPaper.lines', { wrong: wrongIn(read), missing: read.of === 0 ? none : read.missing.join(', ') || none });
  try {
    const { vaultId, serial, accounts } = putHeaderBack(session.folder(), read.bytes, machine.random);
    return { vaultId, serial, logins: accounts.map(({ login }) => login) };
  } catch (error) {
    if (error instanceof VaultError && error.code === 'exists') no('headerPaper.stands');
    if (error instanceof VaultError && error.code === 'damaged' && error.place.startsWith('paper')) no('headerPaper.unreadable');
    throw error;
  }
};
