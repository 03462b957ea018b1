import { VaultError } from './errors.ts';
import { headerFile } from './header.ts';
import { writeHeader } from './header-copies.ts';
import { headerName, replaceHeader } from './officers.ts';
import type { State } from './state.ts';

/**
 * Compares the header with the one that the journal named last. One of an earlier writing is a header put back, and with it a passphrase
 * that was changed since: it is taken only by the word of the director or the security officer (`older`: printed on paper before the
 * last change), and then becomes the latest. Ahead of the journal it may be: a cut came between header and act. Answers the serial of
 * the one put back. Throws `rolledBack`, `damaged` (altered with a matching checksum), `forbidden`.
 */
export function requireNamed(state: State, older: boolean): number | undefined {
  const named = state.registry.prepare<[], { serial: number; sha256: string }>('SELECT serial, sha256 FROM header_named ORDER BY seq DESC LIMIT 1').get();
  const { serial, sha256 } = headerName(state.header);
  if (named === undefined || serial > named.serial) return undefined;
  if (serial === named.serial) {
    if (sha256 !== named.sha256) throw new VaultError('damaged', headerFile, { stands: ['registry', 'journal', 'holdings'] });
    return undefined;
  }
  if (!older) throw new VaultError('rolledBack', headerFile, { stands: ['registry', 'journal', 'holdings'] });
  if (state.officer.role !== 'director' && state.officer.role !== 'security') throw new VaultError('forbidden', headerFile);
  state.header = { ...state.header, serial: named.serial };
  replaceHeader(state, {});
  return serial;
}

/** What the act of unlocking says of the header. */
export const headerTold = ({ header, flaw }: State, putBack: number | undefined) => ({
  ...headerName(header), ...(flaw === undefined ? {} : { flaw: flaw.place, how: flaw.code }), ...(putBack === undefined ? {} : { putBack }),
});

/** Makes both copies whole again, once the journal says that one was not. What cannot be written is told again next time. */
export function mendHeader(state: State): void {
  if (state.flaw === undefined || state.flaw.mended) return;
  const still = writeHeader(state.folder, state.header);
  state.flaw = still === undefined ? { ...state.flaw, mended: true } : { ...still, mended: false };
}
