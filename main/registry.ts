import { randomBytes } from 'node:crypto';
import type { Bridge } from './shell/port.ts';
import { changedBy } from './changes.ts';
import type { Clock } from './clock.ts';
import { createDayWatch } from './day.ts';
import type { House } from './context.ts';
import { pass } from './gate.ts';
import { createJobs } from './jobs.ts';
import type { Machine } from './machine.ts';
import { createSession } from './session.ts';
import { freshId } from './vault/suite.ts';

export type Signal = (event: 'changed' | 'locked' | 'job', json: string) => void;

export interface Registry extends Bridge {
  onSignal(listener: Signal): void;
  lock(): void;
  /** Locks and lets go of everything. */
  close(): void;
}

export interface RegistryOptions extends Omit<Machine, 'random' | 'after'> {
  readonly clock: Clock;
  readonly random?: Machine['random'];
  readonly after?: Machine['after'];
}

const after: Machine['after'] = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** The composition root: clock, machine and shell in; a registry out, which answers the contract and nothing else. */
export function createRegistry({ clock, ...options }: RegistryOptions): Registry {
  const machine: Machine = { random: (length) => randomBytes(length), after, ...options };
  const listeners: Signal[] = [];
  const signal: Signal = (event, json) => { for (const listener of listeners) listener(event, json); };
  const session = createSession(machine, clock);
  const jobs = createJobs((event) => signal('job', JSON.stringify(event)));
  const changed: House['changed'] = (areas) => signal('changed', JSON.stringify({ areas }));
  const house: House = { clock, machine, session, jobs, changed, newId: () => freshId(machine.random) };
  const watchDay = createDayWatch();
  session.onLock(() => {
    jobs.cancelAll();
    signal('locked', '{}');
  });

  return {
    async call(method, json) {
      watchDay(house);
      const envelope = await pass(method, json, house);
      // A session just opened is of today.
      watchDay(house);
      const areas = envelope.ok ? changedBy(method) : [];
      if (areas.length > 0) changed(areas);
      return JSON.stringify(envelope);
    },
    onSignal: (listener) => { listeners.push(listener); },
    lock: () => session.lock(),
    close: () => session.lock(),
  };
}
