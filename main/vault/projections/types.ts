import type { Act, HeldAct, Json } from '#app/journal/act.ts';
import type { WritableDb } from '../db.ts';

/**
 * Tables that are shown, made of acts alone: they can be thrown away and built anew, and a test proves that the new
 * ones equal the live ones.
 */
interface Shown {
  readonly name: string;
  readonly tables: readonly string[];
  /** Statements that create the tables; part of the database's fingerprint: a change builds everything anew at the next opening. */
  readonly schema: string;
  /** Raise when `apply` means something else and the schema stayed. */
  readonly version?: number;
}

/** Tables of the registry: given the acts of common knowledge, each once. Must depend on nothing but the tables of its own list and its arguments. */
export interface RegistryProjection extends Shown {
  apply(db: WritableDb, act: Act): void;
}

/** Tables of a holding: given every part of an act that has content there, with that content; nothing else of the act. */
export interface HoldingProjection extends Shown {
  apply(db: WritableDb, act: HeldAct, held: Json): void;
}

export type Projection = RegistryProjection | HoldingProjection;
