import { desk } from './db.ts';

/** How an officer has laid out a list: widths, order and choice of columns, density, sort. No words an officer typed. */
export interface Layout {
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
  /** Ids of columns from left to right; a column not named here stands behind them. */
  readonly order: readonly string[];
  readonly dense: boolean;
  readonly sort: { readonly by: string; readonly direction: 'ascending' | 'descending' } | null;
}

const idOf = (officer: string, list: string) => `${officer}:${list}`;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isString = (value: unknown): value is string => typeof value === 'string';

/** Reads a stored layout with distrust: the desk may hold anything after a fault. */
export function readLayout(json: string): Layout | undefined {
  let raw: unknown;
  try { raw = JSON.parse(json); } catch { return undefined; }
  return layoutOf(raw);
}

export function layoutOf(raw: unknown): Layout | undefined {
  if (!isRecord(raw) || !isRecord(raw['widths']) || !Array.isArray(raw['hidden'])) return undefined;
  const sort = raw['sort'];
  const widths = Object.entries(raw['widths']).filter((each): each is [string, number] => typeof each[1] === 'number' && each[1] >= 40 && each[1] <= 2000);
  return {
    widths: Object.fromEntries(widths),
    hidden: raw['hidden'].filter(isString),
    order: Array.isArray(raw['order']) ? raw['order'].filter(isString) : [],
    dense: raw['dense'] !== false,
    sort: isRecord(sort) && typeof sort['by'] === 'string' && (sort['direction'] === 'ascending' || sort['direction'] === 'descending')
      ? { by: sort['by'], direction: sort['direction'] } : null,
  };
}

export async function findLayout(officer: string, list: string): Promise<Layout | undefined> {
  try {
    const stored = await desk.layouts.get(idOf(officer, list));
    return stored ? readLayout(stored.json) : undefined;
  } catch {
    return undefined;
  }
}

export async function keepLayout(officer: string, list: string, layout: Layout): Promise<void> {
  try { await desk.layouts.put({ id: idOf(officer, list), json: JSON.stringify(layout) }); } catch { /* the desk is a convenience */ }
}
