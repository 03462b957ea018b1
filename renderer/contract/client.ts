import type { Answer, Area, Contract, Envelope, Input, Method } from '#app/contract/index.ts';
import type { GrifBridge } from './bridge.ts';
import { bridge } from './bridge.ts';

/** Main's answer to a question or a command; a refusal is an answer, not an error. */
export type Result<A> = Envelope<A>;

/** The bridge is broken or main fell over: nothing is known of what was asked. */
export class BridgeFault extends Error {
  readonly method: string;
  constructor(method: string, cause: unknown) {
    super(`no answer to ${method}`, { cause });
    this.name = 'BridgeFault';
    this.method = method;
  }
}

export interface Asked<I, A> {
  (input: I): Promise<Result<A>>;
  /** `materials.register` */
  readonly method: string;
  /** `materials`: what a `changed` event names. */
  readonly area: string;
}

type AskedOf<M extends string> = M extends Method ? Asked<Input<M>, Answer<M>> : never;

/** `registry.materials.register(input)`: one function per entry of the contract. */
export type Registry = {
  readonly [A in Area]: { readonly [Name in keyof Contract[A] & string]: AskedOf<`${A}.${Name}`> };
};

function isEnvelope(value: unknown): value is Result<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : 'refusals' in value && Array.isArray(value.refusals);
}

async function ask(over: () => GrifBridge | undefined, method: string, input: unknown): Promise<Result<unknown>> {
  let answer: unknown;
  try {
    const line = over();
    if (!line) throw new Error('no bridge');
    answer = JSON.parse(await line.call(method, JSON.stringify(input)));
  } catch (cause) {
    throw new BridgeFault(method, cause);
  }
  if (!isEnvelope(answer)) throw new BridgeFault(method, answer);
  return answer;
}

function asked(over: () => GrifBridge | undefined, area: string, name: string): Asked<unknown, unknown> {
  const method = `${area}.${name}`;
  return Object.assign((input: unknown) => ask(over, method, input), { method, area });
}

/**
 * The client of the contract over a bridge. Main parses every input and names every refusal; the types
 * here come from the same schemas. The functions are made once, so that they may stand in dependency lists.
 */
export function clientOf(over: () => GrifBridge | undefined): Registry {
  const areas = new Map<string, object>();
  const areaOf = (area: string): object => {
    const known = areas.get(area);
    if (known) return known;
    const entries = new Map<string, unknown>();
    const made = new Proxy({}, {
      get: (_, name) => {
        if (typeof name !== 'string') return undefined;
        const entry = entries.get(name) ?? asked(over, area, name);
        entries.set(name, entry);
        return entry;
      },
    });
    areas.set(area, made);
    return made;
  };
  const root: unknown = new Proxy({}, { get: (_, area) => (typeof area === 'string' ? areaOf(area) : undefined) });
  return root as Registry;
}

export const registry: Registry = clientOf(bridge);
