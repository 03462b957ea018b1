import type { Answer, Area, Method, Parsed } from '#app/contract/index.ts';
import type { Clock } from './clock.ts';
import type { Jobs } from './jobs.ts';
import type { Machine } from './machine.ts';
import type { Session } from './session.ts';
import type { OpenVault } from './vault/vault.ts';

/** Everything that is there whether or not a vault is open. */
export interface House {
  readonly clock: Clock;
  /** A fresh id: 20 letters and digits, from the injected source of randomness. */
  readonly newId: () => string;
  readonly machine: Machine;
  readonly session: Session;
  readonly jobs: Jobs;
  /** Tells the window to ask anew what something done in the background has changed. */
  readonly changed: (areas: readonly Area[]) => void;
}

/** What an act or a view works with: the house and the open vault of the officer who asks. */
export interface Context extends House {
  readonly vault: OpenVault;
}

export type Handler<M extends Method> = (input: Parsed<M>, context: Context) => Answer<M> | Promise<Answer<M>>;
/** For what may be asked with no vault open. */
export type HouseHandler<M extends Method> = (input: Parsed<M>, house: House) => Answer<M> | Promise<Answer<M>>;
