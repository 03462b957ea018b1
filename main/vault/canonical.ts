import type { Json } from '#app/journal/act.ts';

/**
 * One text for one value, after RFC 8785: keys in the order of their UTF-16 units, no blanks, numbers and
 * strings as ECMAScript writes them. Keys whose value is undefined are left out. Throws a TypeError for
 * what JSON cannot carry without loss: lone surrogates, NaN, infinities, other objects.
 */
export function canonical(value: Json): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('a text with a lone surrogate has no canonical form');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no canonical form');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects have a canonical form');
      const parts = Object.entries(value).filter(([, part]) => part !== undefined);
      // Strings compare by UTF-16 unit, as RFC 8785 asks.
      parts.sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${parts.map(([key, part]) => `${canonical(key)}:${canonical(part)}`).join(',')}}`;
    }
    default:
      throw new TypeError(`a ${typeof value} has no canonical form`);
  }
}
