/** Where an answer is not what was expected. */
export interface Difference {
  /** `decisions[0].refusals`; empty for the answer itself. */
  readonly place: string;
  readonly expected: string;
  readonly actual: string;
}

type Compare = (expected: unknown, actual: unknown, place: string) => Difference | null;

/** Operators of an expectation: an object all of whose keys stand here is one, any other is matched key by key. */
const operators: Readonly<Record<string, Compare>> = {
  contains: (expected, actual, place) => firstOf(listed(expected).map((one) => {
    if (typeof actual === 'string') return typeof one === 'string' && actual.includes(one) ? null : differ(place, `text that contains ${shown(one)}`, actual);
    return Array.isArray(actual) && actual.some((item) => difference(one, item) === null) ? null : differ(place, `a list with ${shown(one)}`, actual);
  })),
  notContains: (expected, actual, place) => firstOf(listed(expected).map((one) => {
    if (typeof actual === 'string') return typeof one === 'string' && !actual.includes(one) ? null : differ(place, `text without ${shown(one)}`, actual);
    return Array.isArray(actual) && actual.every((item) => difference(one, item) !== null) ? null : differ(place, `a list without ${shown(one)}`, actual);
  })),
  matches: (expected, actual, place) =>
    (typeof actual === 'string' && typeof expected === 'string' && new RegExp(expected, 'u').test(actual) ? null : differ(place, `text like /${String(expected)}/`, actual)),
  length: (expected, actual, place) => {
    const length = typeof actual === 'string' || Array.isArray(actual) ? actual.length : undefined;
    return length === expected ? null : differ(`${place}.length`, shown(expected), length ?? actual);
  },
  each: (expected, actual, place) =>
    (Array.isArray(actual) ? firstOf(actual.map((item, index) => difference(expected, item, `${place}[${String(index)}]`))) : differ(place, 'a list', actual)),
  exactly: (expected, actual, place) => exactly(listed(expected), actual, place),
  inOrder: (expected, actual, place) => inOrder(listed(expected), actual, place),
  atLeast: (expected, actual, place) => (typeof actual === 'number' && typeof expected === 'number' && actual >= expected ? null : differ(place, `at least ${shown(expected)}`, actual)),
};

/** Names that are operators; no answer of the contract has a field called so. */
export const operatorNames = Object.keys(operators);

/**
 * The first place where an answer is not what was expected, or null. Objects by the keys named, arrays by position and
 * whole, everything else to the byte; `contains`, `notContains`, `matches`, `length`, `each`, `exactly`, `inOrder` and
 * `atLeast` as described in docs/scenarios.md.
 */
export function difference(expected: unknown, actual: unknown, place = ''): Difference | null {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differ(place, shown(expected), actual);
    return firstOf(expected.map((one, index) => difference(one, actual[index], `${place}[${String(index)}]`)));
  }
  if (typeof expected !== 'object' || expected === null) return Object.is(expected, actual) ? null : differ(place, shown(expected), actual);
  const entries = Object.entries(expected);
  const operations = entries.flatMap(([key, wanted]) => (Object.hasOwn(operators, key) ? [{ compare: operators[key], wanted }] : []));
  if (operations.length === entries.length && entries.length > 0) {
    return firstOf(operations.map(({ compare, wanted }) => compare?.(wanted, actual, place) ?? null));
  }
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return differ(place, shown(expected), actual);
  return firstOf(entries.map(([key, wanted]) => {
    const at = place === '' ? key : `${place}.${key}`;
    return Object.hasOwn(actual, key) ? difference(wanted, Reflect.get(actual, key), at) : differ(at, shown(wanted), undefined);
  }));
}

/** The same number of elements, each expected one matched by an element of its own, in any order. */
function exactly(expected: readonly unknown[], actual: unknown, place: string): Difference | null {
  if (!Array.isArray(actual)) return differ(place, 'a list', actual);
  const left: unknown[] = [...actual];
  for (const one of expected) {
    const at = left.findIndex((item) => difference(one, item) === null);
    if (at === -1) return differ(place, `a list with ${shown(one)}`, actual);
    left.splice(at, 1);
  }
  return left.length === 0 ? null : differ(place, `nothing beside the ${String(expected.length)} expected`, left);
}

/** The expected ones one after another, with whatever between them. */
function inOrder(expected: readonly unknown[], actual: unknown, place: string): Difference | null {
  if (!Array.isArray(actual)) return differ(place, 'a list', actual);
  let from = 0;
  for (const one of expected) {
    const at = actual.findIndex((item, index) => index >= from && difference(one, item) === null);
    if (at === -1) return differ(place, `${shown(one)} at position ${String(from)} or later`, actual);
    from = at + 1;
  }
  return null;
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const firstOf = (found: readonly (Difference | null)[]): Difference | null => found.find((one) => one !== null) ?? null;
const differ = (place: string, expected: string, actual: unknown): Difference => ({ place, expected, actual: shown(actual) });

/** Longest piece of an answer that is shown. */
const most = 2400;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= most ? text : `${text.slice(0, most)}… (${String(text.length)} characters)`;
}
