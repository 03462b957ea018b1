import { z } from 'zod';
import type { Json } from './act.ts';
import { actKind } from './kind.ts';

/**
 * A search or a view (Art. 11, R11.6). Its open part says by which question and about which ids; the words that an officer
 * searched for may be content, so the whole question lies in the Centre's own holding of the upper degree.
 */
export const asked = { search: actKind('search.run', z.json(), z.json()), view: actKind('view.opened', z.json(), z.json()) };

/** Fields in which people write words of their own. */
const free: ReadonlySet<string> = new Set(['text', 'purpose', 'topic', 'remarks', 'reason', 'basis', 'facts', 'summary', 'number', 'senderNumber', 'regNo', 'person']);
/** Ids, codes and dates are no longer than this. */
const longest = 64;

/** A question with every free text named by its length only: what may stand in the open part of an act. */
export function withoutWords(value: unknown, key = ''): Json {
  if (typeof value === 'string') return value !== '' && (free.has(key) || value.length > longest) ? { characters: value.length } : value;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.slice(0, 200).map((part) => withoutWords(part, key));
  if (typeof value !== 'object') return null;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([name, part]) => [name, withoutWords(part, name)]));
}
