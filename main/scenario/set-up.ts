import type { Method } from '#app/contract/index.ts';
import type { Scenario } from './schema.ts';

/** A call that the director makes before the first step. */
export interface SetUpCall {
  readonly method: Method;
  readonly input: unknown;
  /** What it records, for the line that tells of its refusal. */
  readonly about: string;
}

/** The vault, its officers, then the reference data of the scenario, each through the contract and with its document (Art. 3, 10, 20). */
export function setUpCalls({ officers, states, events, bodies, bodyKeys }: Scenario, passphrase: string): readonly SetUpCall[] {
  const director = officers.find(({ role }) => role === 'director') ?? { login: '', name: '' };
  return [
    { method: 'vault.create', input: { login: director.login, name: director.name, passphrase, language: 'ru' }, about: 'vault' },
    ...officers.filter(({ login }) => login !== director.login).map((officer): SetUpCall => ({ method: 'officers.enrol', input: { ...officer, passphrase }, about: officer.login })),
    ...states.flatMap((state) => state.events.map((event): SetUpCall => (
      { method: 'reference.recordEvent', input: { ...event, state: state.code }, about: `${state.code} ${event.kind}` }))),
    ...events.map((event): SetUpCall => ({ method: 'reference.recordEvent', input: event, about: `${event.state ?? ''} ${event.kind}` })),
    ...bodies.map((body): SetUpCall => ({ method: 'reference.recordBody', input: body, about: body.code })),
    ...bodyKeys.map((keys): SetUpCall => ({ method: 'reference.recordBodyKeys', input: keys, about: `${keys.body}, keys` })),
  ];
}
