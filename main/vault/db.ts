import type Database from 'better-sqlite3-multiple-ciphers';
import { naming, VaultError } from './errors.ts';
import { mediumOrDamage } from './medium.ts';

export interface ReadStatement<P extends unknown[], R> {
  get(...bound: P): R | undefined;
  all(...bound: P): R[];
  /** No other statement may write while it runs. */
  iterate(...bound: P): IterableIterator<R>;
}

export interface Statement<P extends unknown[], R> extends ReadStatement<P, R> {
  run(...bound: P): { readonly changes: number; readonly lastInsertRowid: number | bigint };
}

/** A store that can be asked only: a statement that would write is refused when it is prepared. */
export interface ReadableDb {
  prepare<P extends unknown[] = unknown[], R = unknown>(sql: string): ReadStatement<P, R>;
  /** Grows whenever something may have been written over this connection: while it stands, what was read is still so. */
  readonly written: number;
}

export interface WritableDb extends ReadableDb {
  prepare<P extends unknown[] = unknown[], R = unknown>(sql: string): Statement<P, R>;
  exec(sql: string): void;
  /** All or nothing. */
  transaction<T>(work: () => T): T;
}

export type Raw = Database;
type Kept = Statement<unknown[], unknown>;

/** Statements are kept by their text. Every error is named with `place`; after `close` everything throws `locked`. */
export class Connection implements WritableDb {
  readonly place: string;
  readonly reader: ReadableDb;
  #raw: Raw;
  readonly #kept = { reading: new Map<string, Kept>(), writing: new Map<string, Kept>() };
  /** Rows that somebody is in the middle of. */
  readonly #running = new Set<IterableIterator<unknown>>();
  #open = true;
  #written = 0;
  #trouble: VaultError | undefined;

  constructor(raw: Raw, place: string) {
    this.#raw = raw;
    this.place = place;
    const written = (): number => this.#written;
    this.reader = {
      prepare: <P extends unknown[], R>(sql: string): ReadStatement<P, R> => this.#statement<P, R>(sql, true),
      get written() {
        return written();
      },
    };
  }

  get written(): number {
    return this.#written;
  }

  prepare<P extends unknown[] = unknown[], R = unknown>(sql: string): Statement<P, R> {
    return this.#statement<P, R>(sql, false);
  }

  exec(sql: string): void {
    this.#written += 1;
    this.#guarded(() => this.#raw.exec(sql));
  }

  transaction<T>(work: () => T): T {
    this.#written += 1;
    try {
      return this.#guarded(() => this.#raw.transaction(work).immediate());
    } finally {
      // What was read inside of one that was taken back was never so.
      this.#written += 1;
    }
  }

  pragma(text: string): unknown {
    return this.#guarded(() => this.#raw.pragma(text, { simple: true }));
  }

  /** What reading came upon since the store was opened: a page that is not what was written, or a medium that failed. */
  get trouble(): VaultError | undefined {
    return this.#trouble;
  }

  /** What was found over another connection. */
  cameUpon(trouble: VaultError): void {
    this.#trouble ??= trouble;
  }

  get inTransaction(): boolean {
    return this.#open && this.#raw.inTransaction;
  }

  /**
   * Closes the database and goes on with the one that `step` answers: whoever holds this connection or its reader notices
   * nothing. When `step` throws the connection is closed for good.
   */
  exchange(step: () => Raw): void {
    this.close();
    this.#raw = step();
    this.#open = true;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#written += 1;
    this.#kept.reading.clear();
    this.#kept.writing.clear();
    // A database whose rows are being read does not close.
    for (const rows of this.#running) rows.return?.();
    this.#running.clear();
    this.#raw.close();
  }

  #statement<P extends unknown[], R>(sql: string, readOnly: boolean): Statement<P, R> {
    const all = readOnly ? this.#kept.reading : this.#kept.writing;
    const kept = all.get(sql);
    if (kept !== undefined) return kept as unknown as Statement<P, R>;
    const made = this.#guarded(() => this.#raw.prepare<R>(sql));
    if (readOnly && !made.readonly) throw new TypeError('a store that is read does not write');
    // One that answers rows may write as well.
    const writes = made.readonly ? 0 : 1;
    const worked = <T>(work: () => T): T => {
      this.#written += writes;
      return this.#guarded(work);
    };
    const statement: Statement<P, R> = {
      get: (...bound) => worked(() => made.get(...bound)),
      all: (...bound) => worked(() => made.all(...bound)),
      iterate: (...bound) => this.#iterated(() => worked(() => made.iterate(...bound))),
      run: (...bound) => worked(() => made.run(...bound)),
    };
    // The texts of pages and filters are few; a list that grows beyond this is built from values and must not be kept.
    if (all.size > 500) all.clear();
    all.set(sql, statement as unknown as Kept);
    return statement;
  }

  /** A page that cannot be read shows in the middle of the rows. */
  *#iterated<R>(start: () => IterableIterator<R>): IterableIterator<R> {
    const rows = this.#guarded(start);
    this.#running.add(rows);
    try {
      for (;;) {
        // Ended by a closing: what follows is not the end of the rows.
        if (!this.#running.has(rows)) throw new VaultError('locked', this.place);
        const next = this.#guarded(() => rows.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      this.#running.delete(rows);
      rows.return?.();
    }
  }

  #guarded<T>(work: () => T): T {
    if (!this.#open) throw new VaultError('locked', this.place);
    try {
      return naming(this.place, work);
    } catch (thrown) {
      const error = mediumOrDamage(thrown, this.#raw.name);
      if (error instanceof VaultError && (error.code === 'damaged' || error.code === 'io')) this.#trouble ??= error;
      throw error;
    }
  }
}
