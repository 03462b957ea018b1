import type { Registry } from '../registry.ts';
import type { Refusal } from '#app/contract/refusals.ts';

export type Answered = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** One workstation at which the officers of a scenario work one after another. */
export interface Sitting {
  call(method: string, input: unknown): Promise<Answered>;
  /** Locks and unlocks until this officer works, or nobody for null. */
  seat(login: string | null): Promise<Answered>;
}

/** Methods after which somebody else may sit there. */
const changing: ReadonlySet<string> = new Set(['session.lock', 'session.unlock', 'vault.create', 'vault.openDemonstration', 'vault.leaveDemonstration', 'officers.disable']);
const seated: Answered = { ok: true, value: {} };

export function sittingAt(registry: Registry, passphrase: string): Sitting {
  /** Undefined when it is not known who works. */
  let officer: string | null | undefined = null;

  async function call(method: string, input: unknown): Promise<Answered> {
    const answer: Answered = JSON.parse(await registry.call(method, JSON.stringify(input)));
    if (changing.has(method)) officer = undefined;
    return answer;
  }
  return {
    call,
    async seat(login) {
      if (login === officer) return seated;
      const locked = await call('session.lock', {});
      officer = null;
      if (login === null || !locked.ok) return locked;
      const opened = await call('session.unlock', { login, passphrase });
      if (opened.ok) officer = login;
      return opened;
    },
  };
}
