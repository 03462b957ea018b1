import { join } from 'node:path';
import { z } from 'zod';
import { readChecked, writeChecked } from './durable.ts';
import { VaultError } from './errors.ts';
import { attemptsFile, headerCopyFile, loginKey } from './header.ts';
import { witness, writeWitness } from './header-copies.ts';

/** More than this many are told by number and last time only: the file stays small under a guessing machine. */
const mostTold = 200;

const lost = z.strictObject({ file: z.string(), how: z.enum(['missing', 'damaged', 'older']) });

const state = z.strictObject({
  /** Grows with each writing: of the two witnesses the later is known by it. */
  turn: z.int().min(0),
  counts: z.array(z.strictObject({ login: z.string(), failures: z.int().min(0), last: z.string() })),
  /** Not yet in the journal: without a key there is nothing to write with. */
  untold: z.array(z.strictObject({ login: z.string(), at: z.string(), workstation: z.string() })),
  dropped: z.int().min(0),
  /** Witnesses that were not what was written last. */
  lost: z.array(lost),
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
  /** Refused attempts to be written into the journal, and what had become of the files that count them. */
  untold(): { readonly attempts: State['untold']; readonly dropped: number; readonly lost: State['lost'] };
  /** The journal holds them now. */
  told(login: string): void;
}

const none: State = { turn: 0, counts: [], untold: [], dropped: 0, lost: [] };

/** The higher count of each login, the later time, and what is untold from the later of the two. */
function together(own: State, copy: State): State {
  const later = own.turn >= copy.turn ? own : copy;
  const counts = new Map(own.counts.map((one) => [one.login, one]));
  // A success wipes a count from the file first: what only an earlier copy still counts is over.
  for (const one of copy.counts) {
    const mine = counts.get(one.login);
    if (mine === undefined && copy.turn < own.turn) continue;
    counts.set(one.login, mine === undefined ? one : { login: one.login, failures: Math.max(mine.failures, one.failures), last: mine.last > one.last ? mine.last : one.last });
  }
  const put = (file: string): State['lost'] => [{ file, how: 'older' }];
  // The file is written first, so that a cut leaves the copy behind by one and never the other way.
  const older = own.turn < copy.turn ? put(attemptsFile) : copy.turn < own.turn - 1 ? put(headerCopyFile) : [];
  return { ...later, counts: [...counts.values()], lost: [...later.lost, ...older] };
}

/**
 * Wrong passphrases survive a restart in a small file of their own, and in the header's copy as a second witness: the higher count
 * holds, so that deleting the one forgets nothing. What is damaged, missing or older is told, and locks nobody out.
 */
export function attemptsOf(folder: string): Attempts {
  const path = join(folder, attemptsFile);
  const own = (): State | 'missing' | 'damaged' => {
    try {
      const parsed = state.safeParse(readChecked(path, attemptsFile));
      return parsed.success ? parsed.data : 'damaged';
    } catch (error) {
      if (error instanceof VaultError && (error.code === 'missing' || error.code === 'damaged')) return error.code;
      throw error;
    }
  };
  const read = (): State => {
    const mine = own();
    const copy = state.safeParse(witness(folder)).data;
    if (typeof mine !== 'string') return copy === undefined ? mine : together(mine, copy);
    if (mine === 'missing' && copy === undefined) return none;
    const from = copy ?? none;
    return { ...from, lost: [...from.lost, { file: attemptsFile, how: mine }] };
  };
  const write = (next: State): void => {
    const body: State = { ...next, turn: next.turn + 1, lost: next.lost.filter((one, at, all) => all.findIndex(({ file, how }) => file === one.file && how === one.how) === at) };
    writeChecked(path, attemptsFile, body);
    writeWitness(folder, body);
  };
  const find = (from: State, login: string) => from.counts.find((one) => one.login === loginKey(login));
  const having = (from: State, count: State['counts'][number]): State => ({ ...from, counts: [...from.counts.filter(({ login }) => login !== count.login), count] });

  return {
    check(login, now) {
      const current = read();
      const count = find(current, login);
      const wait = delayAfter(count?.failures ?? 0);
      if (count === undefined || wait === 0) return;
      const last = now < count.last ? now : count.last;
      if (last !== count.last) write(having(current, { ...count, last }));
      const retryAt = plusSeconds(last, wait);
      if (now < retryAt) throw new VaultError('tooSoon', login, { retryAt });
    },
    failed(login, now, workstation) {
      const current = read();
      const failures = (find(current, login)?.failures ?? 0) + 1;
      const told = current.untold.length < mostTold ? { untold: [...current.untold, { login, at: now, workstation }] } : { dropped: current.dropped + 1 };
      write({ ...having(current, { login: loginKey(login), failures, last: now }), ...told });
      const wait = delayAfter(failures);
      return wait === 0 ? undefined : plusSeconds(now, wait);
    },
    untold() {
      const { untold, dropped, lost: gone } = read();
      return { attempts: untold, dropped, lost: gone };
    },
    told(login) {
      const before = read();
      if (before.untold.length === 0 && before.lost.length === 0 && find(before, login) === undefined) return;
      write({ ...before, counts: before.counts.filter((one) => one.login !== loginKey(login)), untold: [], dropped: 0, lost: [] });
    },
  };
}
