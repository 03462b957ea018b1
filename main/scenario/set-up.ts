import { isContentRole } from '#app/access/roles.ts';
import { reference } from '#app/contract/reference.ts';
import type { Method } from '#app/contract/index.ts';
import type { Scenario } from './schema.ts';

/** A call that the director makes before the first step. */
export interface SetUpCall {
  readonly method: Method;
  /** For `officers` made so far, by login. */
  readonly input: (officers: ReadonlyMap<string, string>) => unknown;
  /** What it records, for the line that tells of its refusal. */
  readonly about: string;
  /** Whose account it opens. */
  readonly login?: string;
}

const { secondRoles } = reference.recordBodyKeys;

/** Fictional documents; they outlast any showing. */
const end = '2099-12-31';
const clearanceOf = (login: string) => ({ issuer: 'вымышленный уполномоченный орган', number: `СД-${login}`, to: end });

/**
 * The vault, its officers, the reference data of the scenario and the grants of its officers, each through the contract and
 * with its document (Art. 3, 10, 20).
 */
export function setUpCalls({ start, officers, states, events, bodies, bodyKeys }: Scenario, passphrase: string): readonly SetUpCall[] {
  const date = start.slice(0, 10);
  const director = officers.find(({ role }) => role === 'director') ?? { login: '', name: '' };
  const second = officers.find(({ login, role }) => login !== director.login && secondRoles.includes(role)) ?? director;
  const others = officers.filter(({ login }) => login !== director.login);
  const always = (method: Method, input: unknown, about: string): SetUpCall => ({ method, input: () => input, about });
  return [
    always('vault.create', { login: director.login, name: director.name, passphrase, language: 'ru', order: { number: '1/л', date }, clearance: clearanceOf(director.login) }, 'vault'),
    ...others.map(({ login, name, role }): SetUpCall => ({ method: 'officers.enrol', input: () => ({ login, name, role, passphrase }), about: login, login })),
    ...states.flatMap((state) => state.events.map((event) => always('reference.recordEvent', { ...event, state: state.code }, `${state.code} ${event.kind}`))),
    ...events.map((event) => always('reference.recordEvent', event, `${event.state ?? ''} ${event.kind}`)),
    ...bodies.map((body) => always('reference.recordBody', body, body.code)),
    ...bodyKeys.map((keys) => always('reference.recordBodyKeys', { ...keys, second: { login: second.login, passphrase } }, `${keys.body}, keys`)),
    ...others.filter(({ role, grant }) => isContentRole(role) && grant !== null).map(({ login, grant }): SetUpCall => ({
      method: 'access.issue', about: `${login}, grant`,
      input: (ids) => ({
        officerId: ids.get(login) ?? '', clearance: { ...clearanceOf(login), degree: 'UPPER', from: date }, scope: { bodies: 'all', degree: 'UPPER' }, from: date, to: end,
        document: { number: `2/${login}`, date }, ...grant,
      }),
    })),
  ];
}
