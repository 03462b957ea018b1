import type { Act, Json } from '#app/journal/act.ts';
import type { WritableDb } from '../db.ts';

/**
 * Tables that are shown, made of acts alone: they can be thrown away and built anew, and a test proves that the new
 * ones equal the live ones. A registry projection is given every act and never content; a holding's projection is
 * given the acts that hold content in that holding, once for each part, with the content.
 */
export interface Projection {
  readonly name: string;
  readonly tables: readonly string[];
  /** Statements that create the tables; part of the database's fingerprint: a change builds everything anew at the next opening. */
  readonly schema: string;
  /** Raise when `apply` means something else and the schema stayed. */
  readonly version?: number;
  /** Must depend on nothing but the tables of its own list and its arguments. */
  apply(db: WritableDb, act: Act, held: Json | undefined): void;
}
