/** Somebody who reads a store over a connection of its own for longer than one turn of the event loop. */
export interface Reader {
  readonly place: string;
  /** Asks it to let go: a connection does at once, a thread as soon as SQLite returns. */
  close(): void;
}

/**
 * Who reads stores besides the vault's own connections: checks, and copies under another key. A store that is read so cannot have its
 * write-ahead log emptied, and must not be exchanged. So whoever needs a store alone asks the readers to let go, and they begin anew; the lock closes them all.
 */
export class Readers {
  readonly #reading = new Set<Reader>();
  readonly #waiting: (() => void)[] = [];

  enter(reader: Reader): void {
    this.#reading.add(reader);
  }

  leave(reader: Reader): void {
    if (!this.#reading.delete(reader) || this.#reading.size > 0) return;
    for (const go of this.#waiting.splice(0)) go();
  }

  closeAll(): void {
    for (const reader of this.#reading) reader.close();
  }

  /** Runs `work` in a turn in which nobody reads. Throws the signal's reason, and what `work` throws. */
  async alone<T>(signal: AbortSignal, work: () => T): Promise<T> {
    for (;;) {
      signal.throwIfAborted();
      this.closeAll();
      if (this.#reading.size === 0) return work();
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    }
  }
}
