import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { asVaultError, VaultError } from '../errors.ts';
import { startThread } from '../threads.ts';
import type { Done, FromThread, Unit } from './tasks.ts';

const workerUrl = new URL('./backup-worker.ts', import.meta.url);

/** One thread hashes while the other one writes; more would only make a medium seek. */
const mostHands = Math.min(2, availableParallelism());

/** Threads that do the reading, hashing and writing: main stays free for its officer. */
export interface Crew {
  /** Runs all units, each on whichever thread is free, and tells of each when it is done; answers in the order of the units. The first failure ends the crew. */
  run(units: readonly Unit[], onDone?: (answer: Done) => void): Promise<Done[]>;
  end(): Promise<void>;
}

export interface CrewOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
  /** How many threads at most. */
  readonly hands?: number;
}

/** What a thread reports, as the vault's own error; `place` begins with the disk that failed. */
function failure({ side, code, message }: { side: string; code: string; message: string }): unknown {
  if (code === 'CHANGED') return new VaultError('changed', side);
  if (code === 'EPROGRAM') return new Error(message);
  return asVaultError(Object.assign(new Error(message), { code, syscall: 'thread' }), side);
}

export function startCrew({ signal, onBytes, hands = mostHands }: CrewOptions): Crew {
  const threads: Worker[] = [];
  let over: unknown;
  /** Small work is done by one thread: starting another would take longer. */
  function atLeast(wanted: number): readonly Worker[] {
    while (threads.length < Math.min(hands, wanted)) {
      const thread = startThread(workerUrl);
      // Between two units a thread that dies is met by the next one.
      thread.on('error', (error) => { over ??= error; });
      threads.push(thread);
    }
    return threads;
  }

  function one(thread: Worker, unit: Unit): Promise<Done> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        thread.off('message', hear);
        thread.off('error', reject);
        thread.off('exit', gone);
        signal.removeEventListener('abort', stop);
        end();
      };
      const hear = (message: FromThread): void => {
        if ('bytes' in message) onBytes(message.bytes);
        else if ('done' in message) settle(() => resolve(message.done));
        else settle(() => reject(failure(message.failed)));
      };
      const gone = (): void => settle(() => reject(over ?? new VaultError('cancelled', 'backup')));
      // A thread at its work hears no message: it is ended where it stands.
      const stop = (): void => {
        settle(() => reject(signal.reason));
        void thread.terminate();
      };
      thread.on('message', hear);
      thread.once('error', reject);
      thread.once('exit', gone);
      signal.addEventListener('abort', stop, { once: true });
      thread.postMessage(unit);
    });
  }

  return {
    async run(units, onDone) {
      const answers: Done[] = [];
      let next = 0;
      await Promise.all(atLeast(units.length).map(async (thread) => {
        while (next < units.length) {
          signal.throwIfAborted();
          const index = next;
          next += 1;
          const unit = units[index];
          if (unit === undefined) continue;
          const answer = await one(thread, unit);
          answers[index] = answer;
          onDone?.(answer);
        }
      })).catch((error: unknown) => {
        next = units.length;
        throw error;
      });
      return answers;
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** Groups things into bundles of about 64 MiB, so that threads are asked seldom and can be told apart by progress. */
export function bundles<T>(things: Iterable<T>, bytesOf: (thing: T) => number, most = 64 * 1024 * 1024): T[][] {
  const all: T[][] = [];
  let current: T[] = [];
  let sum = 0;
  for (const thing of things) {
    current.push(thing);
    sum += bytesOf(thing);
    if (sum >= most || current.length >= 2000) {
      all.push(current);
      current = [];
      sum = 0;
    }
  }
  if (current.length > 0) all.push(current);
  return all;
}
