import { createPrepared, type Prepared } from './acts/documents/prepared.ts';
import { no } from './refused.ts';
import type { Clock } from './clock.ts';
import type { Machine } from './machine.ts';
import type { OpenVault } from './vault/vault.ts';

/** Minutes without a key or a click after which main locks by its own timer. */
export const idleMinutes = 3;

/** Which vault is chosen and whether it is open. There is one session: one window, one officer. */
export interface Session {
  /** Folder of the chosen vault. */
  folder(): string;
  demonstrationChosen(): boolean;
  choose(which: 'own' | 'demonstration'): void;
  vault(): OpenVault | undefined;
  opened(vault: OpenVault): void;
  /** The officer is at work. */
  touch(): void;
  /** Locks when the grant or clearance of the open session has come to its end (R10.2). */
  lockIfEnded(): void;
  /** Keys wiped, stores closed; never blocked by a question, never fails. */
  lock(): void;
  onLock(listener: () => void): void;
  /** Papers shown and not yet printed. */
  readonly prepared: Prepared;
}

/** Longest wait of one timer: a timer of weeks would overflow, and a workstation that slept is looked at again. */
const longestWait = 6 * 3_600_000;

export function createSession(machine: Machine, clock: Clock): Session {
  let which: 'own' | 'demonstration' = 'own';
  let open: OpenVault | undefined;
  let stopTimer: () => void = () => {};
  let stopWatch: () => void = () => {};
  const listeners: (() => void)[] = [];
  const prepared = createPrepared();

  function lock(): void {
    stopTimer();
    stopWatch();
    prepared.clear();
    const vault = open;
    open = undefined;
    if (vault === undefined) return;
    try {
      vault.lock();
    } finally {
      for (const listener of listeners) listener();
      machine.forget?.();
    }
  }
  function touch(): void {
    stopTimer();
    stopTimer = open === undefined ? () => {} : machine.after(idleMinutes * 60_000, lock);
  }

  /** Milliseconds until what the officer may open changes, at the end of a civil day; null for never. */
  function untilEnd(): number | null {
    const until = open?.coverage().until ?? null;
    return until === null ? null : Date.parse(`${until}T00:00:00Z`) + 86_400_000 - Date.parse(`${clock.now()}Z`);
  }
  function lockIfEnded(): void {
    const left = untilEnd();
    if (left !== null && left <= 0) lock();
  }
  function watch(): void {
    stopWatch();
    const left = untilEnd();
    stopWatch = left === null ? () => {} : machine.after(Math.min(longestWait, Math.max(0, left)), () => {
      lockIfEnded();
      if (open !== undefined) watch();
    });
  }

  return {
    prepared,
    lockIfEnded,
    folder: () => `${machine.dataFolder}/${which === 'own' ? 'vault' : 'demonstration'}`,
    demonstrationChosen: () => which === 'demonstration',
    choose(next) {
      if (open !== undefined) no('session.mustLock');
      which = next;
    },
    vault: () => open,
    opened(vault) {
      lock();
      open = vault;
      touch();
      watch();
    },
    touch,
    lock,
    onLock: (listener) => { listeners.push(listener); },
  };
}
