import type { Coverage } from '#app/access/grant.ts';
import type { Role } from '#app/access/roles.ts';
import type { HoldingName } from '#app/journal/act.ts';
import type { Connection } from './db.ts';
import { VaultError } from './errors.ts';
import type { HeadLog } from './heads.ts';
import type { Header } from './header.ts';
import type { HeaderFlaw } from './header-copies.ts';
import type { OwnKey } from './holding-keys.ts';
import type { Holding } from './holdings.ts';
import type { JournalReading } from './journal-reading.ts';
import type { JournalSession } from './journal-keys.ts';
import type { KeyBook } from './key-book.ts';
import type { KdfParameters } from './kdf.ts';
import type { Keyring } from './keyring.ts';
import type { HoldingProjection, RegistryProjection } from './projections/types.ts';
import type { Readers } from './readers.ts';
import type { CryptoProvider } from './suite.ts';

/** Civil date and time of Almaty, `YYYY-MM-DDTHH:mm:ss`. */
export interface VaultClock {
  now(): string;
}

export interface Officer {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

/** Places of a commit, and of encrypting a holding anew, at which tests interrupt it. */
export type Step =
  | 'prepared' | 'records' | 'projected' | 'registry' | 'heads' | 'holdings' | 'files'
  | 'rekeyBegun' | 'rekeyCopied' | 'rekeyProven' | 'rekeyClosed' | 'rekeySwapped' | 'rekeyDone';

export interface Projections {
  readonly registry: readonly RegistryProjection[];
  readonly holdings: readonly HoldingProjection[];
}

/** A key that never leaves the vault: what it can do is all that is given out. After `lock` it throws `locked`. */
export interface DerivedKey {
  seal(plain: Uint8Array): Uint8Array;
  /** undefined when it was sealed by another key or altered. */
  open(sealed: Uint8Array): Uint8Array | undefined;
  /** 32 bytes. */
  hmac(data: string | Uint8Array): Uint8Array;
}

/** An open vault from within. */
export interface State {
  readonly folder: string;
  readonly suite: CryptoProvider;
  readonly clock: VaultClock;
  readonly workstation: string;
  readonly officer: Officer;
  readonly keys: Keyring;
  readonly registry: Connection;
  readonly heads: HeadLog;
  readonly projections: Projections;
  /** Opened so far. */
  readonly open: Map<HoldingName, Holding>;
  /** Holdings that could not be opened or read when they were last tried. */
  readonly damaged: Map<HoldingName, VaultError>;
  /** Why nothing is written: the vault was opened for reading what stands of it. */
  readonly onlyRead: VaultError | undefined;
  /** Keys given out so far, by scope and label. */
  readonly derived: Map<string, DerivedKey>;
  readonly kdf: KdfParameters | undefined;
  readonly at: ((step: Step) => void) | undefined;
  /** Who reads stores over connections of their own. */
  readonly readers: Readers;
  /** Ends what still streams when the vault is locked. */
  readonly stop: AbortController;
  readonly unlockFolder: () => void;
  header: Header;
  /** What was wrong with one copy of the header, and whether it was made good. */
  flaw: (HeaderFlaw & { readonly mended: boolean }) | undefined;
  /** Under which acts are sealed; undefined until the act of unlocking stands. */
  session: JournalSession | undefined;
  /** Which keys there are, by signed acts; undefined until it is asked, and after a session has added to them. */
  book: KeyBook | undefined;
  /** Keys sealed to this officer, opened at their first use. */
  ring: Map<string, OwnKey> | undefined;
  /** The journal as its readers see it, opened at its first use. */
  reading: JournalReading | undefined;
  /** Recovery sheets that wait to be printed, until the lock: lines of each, that of sheet 1 first. */
  sheets: { readonly id: string; readonly lines: readonly (readonly string[])[] } | undefined;
  /** What the officer's grants open today (Art. 10). */
  coverage: Coverage;
  /** A backup reads the files: none is moved. */
  still: boolean;
  locked: boolean;
  /** The fault of the medium after which nothing more is written before the next unlocking. */
  stuck: VaultError | undefined;
}

/** Throws what made the vault one that is only read. */
export function guardWriting(state: State): void {
  guard(state);
  if (state.onlyRead !== undefined) throw state.onlyRead;
}

export function guard(state: State): void {
  if (state.locked) throw new VaultError('locked', 'vault');
}
