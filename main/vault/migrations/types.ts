import type { HoldingName } from '#app/journal/act.ts';
import type { Connection } from '../db.ts';

/**
 * One change of the form of a vault. It runs on a copy, once, all stores open and nothing else at work; what it throws leaves the vault
 * as it was. Numbers follow each other; a migration that has been released is never changed.
 */
export interface Migration {
  readonly number: number;
  /** In one word or two, for the journal. */
  readonly name: string;
  registry?(db: Connection): void;
  holding?(db: Connection, name: HoldingName): void;
}
