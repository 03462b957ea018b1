import type { ScenarioJson } from './schema.ts';

/** What a step kept for later ones, by name. */
export type Saved = ReadonlyMap<string, unknown>;

export class ValueError extends Error {
  override readonly name = 'ValueError';
}

const whole = /^\$([a-z][A-Za-z0-9]*)$/;
const inside = /\$\{([a-z][A-Za-z0-9]*)\}/g;

/**
 * `"$name"` becomes the saved value in its own type, `"${name}"` inside a string its text; `"$$..."` is a string that begins
 * with a dollar. Throws ValueError for a name under which nothing is saved.
 */
export function filled(value: ScenarioJson, saved: Saved): unknown {
  if (typeof value === 'string') return filledText(value, saved);
  if (Array.isArray(value)) return value.map((part) => filled(part, saved));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, saved)]));
  return value;
}

function filledText(text: string, saved: Saved): unknown {
  if (text.startsWith('$$')) return text.slice(1);
  const name = whole.exec(text)?.[1];
  if (name !== undefined) return savedValue(name, saved);
  return text.replace(inside, (_, one: string) => String(savedValue(one, saved)));
}

function savedValue(name: string, saved: Saved): unknown {
  if (!saved.has(name)) throw new ValueError(`nothing is saved under $${name}`);
  return saved.get(name);
}

const segment = /^(?:\.?([A-Za-z][A-Za-z0-9]*)|\[(\d+)\]|\[([A-Za-z][A-Za-z0-9]*)=([^\]]*)\])/;

/**
 * The part of an answer that a path names: `rows[0].id`, `notices[addressee=UZ-01].noticeId` (the first element whose
 * field reads so). Throws ValueError where the path leads nowhere.
 */
export function partAt(answer: unknown, path: string): unknown {
  let value = answer;
  let rest = path;
  while (rest !== '') {
    const match = segment.exec(rest);
    if (match === null) throw new ValueError(`the path ${path} cannot be read at «${rest}»`);
    const [text, key, index, field, wanted] = match;
    value = Array.isArray(value) && field !== undefined
      ? value.find((one: unknown) => String(own(one, field)) === wanted)
      : own(value, key ?? index ?? '');
    if (value === undefined) throw new ValueError(`the answer has nothing at ${path}: it ends before «${text}»`);
    rest = rest.slice(text.length);
  }
  return value;
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
