import { createPrepared, type Prepared } from './acts/documents/prepared.ts';
import { no } from './refused.ts';
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
  /** Keys wiped, stores closed; never blocked by a question, never fails. */
  lock(): void;
  onLock(listener: () => void): void;
  /** Papers shown and not yet printed. */
  readonly prepared: Prepared;
}

export function createSession(machine: Machine): Session {
  let which: 'own' | 'demonstration' = 'own';
  let open: OpenVault | undefined;
  let stopTimer: () => void = () => {};
  const listeners: (() => void)[] = [];
  const prepared = createPrepared();

  function lock(): void {
    stopTimer();
    prepared.clear();
    const vault = open;
    open = undefined;
    if (vault === undefined) return;
    try {
      vault.lock();
    } finally {
      for (const listener of listeners) listener();
    }
  }
  function touch(): void {
    stopTimer();
    stopTimer = open === undefined ? () => {} : machine.after(idleMinutes * 60_000, lock);
  }

  return {
    prepared,
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
    },
    touch,
    lock,
    onLock: (listener) => { listeners.push(listener); },
  };
}
