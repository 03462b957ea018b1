import { join } from 'node:path';
import { z } from 'zod';
import { readChecked, writeChecked } from './durable.ts';
import { VaultError } from './errors.ts';
import { loginKey } from './header.ts';

export const attemptsFile = 'attempts.json';
/** More than this many are told by number and last time only: the file stays small under a guessing machine. */
const mostTold = 200;

const state = z.strictObject({
  counts: z.array(z.strictObject({ login: z.string(), failures: z.int().min(0), last: z.string() })),
  /** Not yet in the journal: without a key there is nothing to write with. */
  untold: z.array(z.strictObject({ login: z.string(), at: z.string(), workstation: z.string() })),
  dropped: z.int().min(0),
  damaged: z.boolean(),
});
type State = z.infer<typeof state>;

/** Seconds to wait after so many wrong passphrases in a row: none for two, then 1, 2, 4 ... to five minutes. */
export function delayAfter(failures: number): number {
  return failures <= 2 ? 0 : Math.min(300, 2 ** (failures - 3));
}

/** A civil date-time moved by whole seconds. */
function plusSeconds(at: string, seconds: number): string {
  return new Date(Date.parse(`${at}Z`) + seconds * 1000).toISOString().slice(0, 19);
}

export interface Attempts {
  /** Throws `tooSoon`. A clock set back behind the last failure counts the wait from now, so that it neither ends nor lasts for years. */
  check(login: string, now: string): void;
  /** Counts a wrong passphrase; answers when the next may be tried, undefined for at once. */
  failed(login: string, now: string, workstation: string): string | undefined;
  /** Refused attempts to be written into the journal, and whether the file itself had been damaged. */
  untold(): { readonly attempts: State['untold']; readonly dropped: number; readonly damaged: boolean };
  /** The journal holds them now. */
  told(login: string): void;
}

/** Wrong passphrases survive a restart in a small file of their own. A damaged one costs a wait and is told, but locks nobody out. */
export function attemptsOf(folder: string): Attempts {
  const path = join(folder, attemptsFile);
  const read = (): State => {
    try {
      const parsed = state.safeParse(readChecked(path, attemptsFile));
      if (parsed.success) return parsed.data;
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      if (error.code === 'missing') return { counts: [], untold: [], dropped: 0, damaged: false };
      if (error.code !== 'damaged') throw error;
    }
    return { counts: [], untold: [], dropped: 0, damaged: true };
  };
  const find = (from: State, login: string) => from.counts.find((one) => one.login === loginKey(login));

  return {
    check(login, now) {
      const current = read();
      const count = find(current, login);
      const wait = delayAfter(count?.failures ?? 0);
      if (count === undefined || wait === 0) return;
      if (now < count.last) {
        count.last = now;
        writeChecked(path, attemptsFile, current);
      }
      const retryAt = plusSeconds(count.last, wait);
      if (now < retryAt) throw new VaultError('tooSoon', login, { retryAt });
    },
    failed(login, now, workstation) {
      const current = read();
      let count = find(current, login);
      if (count === undefined) {
        count = { login: loginKey(login), failures: 0, last: now };
        current.counts.push(count);
      }
      count.failures += 1;
      count.last = now;
      if (current.untold.length < mostTold) current.untold.push({ login, at: now, workstation });
      else current.dropped += 1;
      writeChecked(path, attemptsFile, current);
      const wait = delayAfter(count.failures);
      return wait === 0 ? undefined : plusSeconds(now, wait);
    },
    untold() {
      const { untold, dropped, damaged } = read();
      return { attempts: untold, dropped, damaged };
    },
    told(login) {
      const before = read();
      if (before.untold.length === 0 && !before.damaged && find(before, login) === undefined) return;
      writeChecked(path, attemptsFile, { counts: before.counts.filter((one) => one.login !== loginKey(login)), untold: [], dropped: 0, damaged: false });
    },
  };
}
