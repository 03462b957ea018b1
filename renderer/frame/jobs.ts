import { onJob, onLocked, type Job } from '../contract/events.ts';
import { makeStore, useStore } from './store.ts';

const jobs = makeStore<readonly Job[]>([]);

/** Follows main's long jobs; one that has ended leaves the line, and its command's answer says how. */
export function followJobs(): () => void {
  const stop = onJob((job) => jobs.set((before) => {
    const at = before.findIndex((each) => each.id === job.id);
    if (job.ended) return before.filter((each) => each.id !== job.id);
    return at === -1 ? [...before, job] : before.with(at, job);
  }));
  const forget = onLocked(() => jobs.set([]));
  return () => { stop(); forget(); };
}

export const useJobs = (): readonly Job[] => useStore(jobs);
/** The job a screen has begun itself, while it runs. */
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
