import type { Role } from '#app/access/roles.ts';
import type { HoldingName } from '#app/journal/act.ts';
import type { Connection } from './db.ts';
import { VaultError } from './errors.ts';
import type { HeadLog } from './heads.ts';
import type { Header } from './header.ts';
import type { KdfParameters } from './kdf.ts';
import type { Keyring } from './keyring.ts';
import type { Projection } from './projections/types.ts';
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

/** Places of a commit at which tests interrupt it. */
export type Step = 'prepared' | 'records' | 'projected' | 'registry' | 'heads' | 'holdings' | 'files';

export interface Projections {
  readonly registry: readonly Projection[];
  readonly holdings: readonly Projection[];
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
  readonly open: Map<HoldingName, Connection>;
  readonly kdf: KdfParameters | undefined;
  readonly at: ((step: Step) => void) | undefined;
  /** Ends what still streams when the vault is locked. */
  readonly stop: AbortController;
  readonly unlockFolder: () => void;
  header: Header;
  locked: boolean;
}

export function guard(state: State): void {
  if (state.locked) throw new VaultError('locked', 'vault');
}
