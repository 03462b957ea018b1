import type { Worker } from 'node:worker_threads';
import { asVaultError, VaultError } from './errors.ts';
import { FrameError, frameBytes, tagBytes } from './frames.ts';
import { hashed, lengthMark, marksBytes, produced, ringSlots, slotOf, taken, total, type BulkReport, type BulkTask } from './bulk-tasks.ts';
import { secretCopy } from './secrets.ts';
import { startThread } from './threads.ts';

const workerUrl = new URL('./bulk-worker.ts', import.meta.url);

/** From this length on a file is worth two threads; below, starting them takes longer than sealing. */
export const bulkBytes = 16 * 1024 * 1024;

interface Streaming {
  /** Open for reading, and for writing; not closed here. */
  readonly from: number;
  readonly key: Uint8Array;
  readonly prefix: Uint8Array;
  readonly header: Uint8Array;
  readonly signal: AbortSignal;
}

const memory = (): { ring: SharedArrayBuffer; marks: SharedArrayBuffer } => {
  const marks = new SharedArrayBuffer(marksBytes);
  Atomics.store(new Int32Array(marks), total, -1);
  return { ring: new SharedArrayBuffer(ringSlots * frameBytes), marks };
};

function failureOf({ code, message }: { code: string; message: string }): unknown {
  if (code === 'CHANGED') return new VaultError('changed', 'file');
  return code === 'EPROGRAM' ? new Error(message) : asVaultError(Object.assign(new Error(message), { code, syscall: 'thread' }), 'file');
}

/** Two threads on one piece of memory: one reads and seals or opens, the other hashes. They end with the signal, and always with `end`. */
function pair(task: BulkTask, marksTaken: typeof taken | typeof hashed, hear: (report: BulkReport) => void, fail: (error: unknown) => void): { end(): Promise<void> } {
  const threads: Worker[] = [startThread(workerUrl, task, 'key' in task ? [task.key.buffer] : []), startThread(workerUrl, { do: 'hash', ring: task.ring, marks: task.marks, marksTaken })];
  for (const thread of threads) {
    thread.on('message', (report: BulkReport) => ('failed' in report ? fail(failureOf(report.failed)) : hear(report)));
    thread.once('error', fail);
  }
  return {
    async end() {
      await Promise.all(threads.map((thread) => thread.terminate()));
      // The last eight frames of the file lay there in clear.
      Buffer.from(task.ring).fill(0);
    },
  };
}

/** Seals a file of `size` bytes as frames behind byte `at` of `to`, off this thread, in eight mebibytes of memory. Answers the hash of the file. Throws `changed` when it is of another length. */
export async function sealInThreads({ from, key, prefix, header, signal, to, at, size, onBytes }: Streaming & { to: number; at: number; size: number; onBytes: (bytes: number) => void }): Promise<string> {
  signal.throwIfAborted();
  let end: (() => Promise<void>) | undefined;
  let stop: (() => void) | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      let sha256: string | undefined;
      let ended = false;
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      ({ end } = pair({ do: 'seal', from, to, at, size, key: secretCopy(key), prefix, header, ...memory() }, taken, (report) => {
        if ('bytes' in report) onBytes(report.bytes);
        if ('sha256' in report) ({ sha256 } = report);
        if ('ended' in report) ended = true;
        if (ended && sha256 !== undefined) resolve(sha256);
      }, reject));
    });
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
    await end?.();
  }
}

/**
 * The frames of a file as they are opened, off this thread; returns the hash of them all. At most eight wait to be taken. Each lies in the
 * memory of the threads and is good until the next is asked for. Throws FrameError.
 */
export async function* openInThreads({ from, key, prefix, header, signal, at, length }: Streaming & { at: number; length: number }): AsyncGenerator<Uint8Array, string> {
  signal.throwIfAborted();
  if (length < tagBytes) throw new FrameError(0);
  const shared = memory();
  const marks = new Int32Array(shared.marks);
  let sha256: string | undefined;
  let ended = false;
  let fault: { error: unknown } | undefined;
  let wake = (): void => undefined;
  const stop = (): void => {
    fault ??= { error: signal.reason };
    wake();
  };
  const fail = (error: unknown): void => {
    fault ??= { error };
    wake();
  };
  signal.addEventListener('abort', stop, { once: true });
  const { end } = pair({ do: 'open', from, at, length, key: secretCopy(key), prefix, header, ...shared }, hashed, (report) => {
    if ('wrongFrame' in report) fault ??= { error: new FrameError(report.wrongFrame) };
    if ('sha256' in report) ({ sha256 } = report);
    if ('ended' in report) ended = true;
    wake();
  }, fail);
  try {
    for (let given = 0; ; ) {
      if (given < Atomics.load(marks, produced)) {
        yield slotOf(shared.ring, given).subarray(0, Atomics.load(marks, lengthMark(given)));
        given += 1;
        Atomics.store(marks, taken, given);
        Atomics.notify(marks, taken);
      } else if (fault !== undefined) throw fault.error;
      else if (ended && sha256 !== undefined) return sha256;
      else await new Promise<void>((resolve) => { wake = resolve; });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await end();
  }
}
