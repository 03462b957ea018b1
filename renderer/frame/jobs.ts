import { onJob, onLocked, type Job } from '../contract/events.ts';
import { makeStore, useStore } from './store.ts';

const jobs = makeStore<readonly Job[]>([]);

/** Follows main's long jobs; a finished one leaves the line, a failed one stays until it is put away. */
export function followJobs(): () => void {
  const stop = onJob((job) => jobs.set((before) => {
    const others = before.filter((each) => each.id !== job.id);
    return job.state === 'finished' || job.state === 'cancelled' ? others : [...others, job];
  }));
  const forget = onLocked(() => jobs.set([]));
  return () => { stop(); forget(); };
}

export const putAway = (id: string): void => jobs.set((before) => before.filter((each) => each.id !== id));
export const useJobs = (): readonly Job[] => useStore(jobs);
/** The job a screen has started itself, by the id it gave. */
export const useJob = (id: string | undefined): Job | undefined => useStore(jobs).find((each) => each.id === id);

/** A new id for a job or a thing the screen names: 20 of a-z0-9, as the contract's `id`. */
export function newId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  let id = '';
  while (id.length < 20) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // 252 is the largest multiple of 36 in a byte: no letter is likelier than another.
      if (byte < 252 && id.length < 20) id += letters.charAt(byte % 36);
    }
  }
  return id;
}
