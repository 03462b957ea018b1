import type { Degree } from '#app/agreement/grif.ts';

/**
 * Numbers of the registry. Every series belongs to one body and one year, so that a number tells its reader nothing about
 * what came from, or went to, anybody else (R7.5: consecutive numbers are a leak).
 *
 * | what                        | series                | example             |
 * |-----------------------------|-----------------------|---------------------|
 * | material received           | body, degree, year    | `UZ-01/02/2026/0007`|
 * | letter or notice sent       | addressee, year       | `UZ-01/S/2026/0003` |
 * | package received            | sender, year          | `UZ-01/R/2026/0012` |
 * | package sent                | addressee, year       | `UZ-01/P/2026/0004` |
 *
 * A series lies in a holding of the body that it belongs to; packages sent, in the Centre's. Breaches have numbers of the Centre's own (`app/incidents`).
 *
 * `001` and `02` are the Centre's own grifs of Annex 1, three digits and two; they are never evened out.
 */
export type Series =
  | { readonly kind: 'material'; readonly body: string; readonly degree: Degree; readonly year: number }
  | { readonly kind: 'outgoing' | 'packageIn' | 'packageOut'; readonly body: string; readonly year: number };
export type Numbered = Series & { readonly n: number };

const marks = { outgoing: 'S', packageIn: 'R', packageOut: 'P' } as const;
const pattern = /^(CENTRE|[A-Z]{2}-\d{2})\/(001|02|S|R|P)\/(\d{4})\/(\d{4,})$/;

function markOf(series: Series): string {
  if (series.kind === 'material') return series.degree === 'UPPER' ? '001' : '02';
  return marks[series.kind];
}

/** Key of a series, the part of the number before the count; for the counter that main keeps. */
export function seriesKey(series: Series): string {
  return `${series.body}/${markOf(series)}/${String(series.year)}`;
}

/** The number as printed. Throws RangeError when `n` is not 1, 2, 3... or the series is not writable. */
export function formatNumber(numbered: Numbered): string {
  const text = `${seriesKey(numbered)}/${String(numbered.n).padStart(4, '0')}`;
  if (!Number.isSafeInteger(numbered.n) || numbered.n < 1 || !pattern.test(text)) throw new RangeError('not a registry number');
  return text;
}

/** Reads a number back; null for anything that `formatNumber` would not have written. */
export function parseNumber(text: string): Numbered | null {
  const match = pattern.exec(text);
  const [body, mark, year, count] = [match?.[1], match?.[2], match?.[3], match?.[4]];
  if (body === undefined || year === undefined || count === undefined) return null;
  const n = Number(count);
  if (n < 1 || !Number.isSafeInteger(n) || String(n).padStart(4, '0') !== count) return null;
  const rest = { body, year: Number(year), n };
  switch (mark) {
    case '001':
      return { kind: 'material', degree: 'UPPER', ...rest };
    case '02':
      return { kind: 'material', degree: 'LOWER', ...rest };
    case 'S':
      return { kind: 'outgoing', ...rest };
    case 'R':
      return { kind: 'packageIn', ...rest };
    default:
      return { kind: 'packageOut', ...rest };
  }
}

/** The next count of a gap-free series that already holds `taken` numbers. */
export function nextInSeries(taken: readonly number[]): number {
  return taken.length + 1;
}

/** Counts missing from a series, or doubled in it; both empty in a sound one (the journal explains every other case). */
export function faultsOfSeries(taken: readonly number[]): { readonly missing: readonly number[]; readonly doubled: readonly number[] } {
  const seen = new Set<number>();
  const doubled = new Set<number>();
  let highest = 0;
  for (const n of taken) {
    if (seen.has(n)) doubled.add(n);
    seen.add(n);
    highest = Math.max(highest, n);
  }
  const missing: number[] = [];
  for (let n = 1; n <= highest; n += 1) if (!seen.has(n)) missing.push(n);
  return { missing, doubled: [...doubled] };
}
