import { setImmediate } from 'node:timers/promises';

/** Runs a long step to its end at once. */
export function finish<P, R>(step: Generator<P, R>): R {
  for (;;) {
    const { done, value } = step.next();
    if (done === true) return value;
  }
}

/** Runs a long step to its end and gives the event loop a turn at each sign of progress. Throws the signal's reason when aborted. */
export async function finishGently<P, R>(step: Generator<P, R> | AsyncGenerator<P, R>, onProgress?: (progress: P) => void, signal?: AbortSignal): Promise<R> {
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = await step.next();
    if (done === true) return value;
    onProgress?.(value);
    await setImmediate();
  }
}
