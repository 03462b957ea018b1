import { desk } from './db.ts';
import { layoutOf, type Layout } from './layouts.ts';
import { seal, unseal } from './sealing.ts';

/** A list as an officer likes to see it. The name and the filter may hold typed words, so the whole view is sealed by main. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filter: unknown;
  readonly layout: Layout;
  readonly madeAt: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readView(id: string, value: unknown): SavedView | undefined {
  if (!isRecord(value) || typeof value['name'] !== 'string' || typeof value['madeAt'] !== 'string') return undefined;
  const layout = layoutOf(value['layout']);
  return layout && { id, name: value['name'], filter: value['filter'], layout, madeAt: value['madeAt'] };
}

/** The officer's views of a list, the oldest first; those that do not open any more are left out. */
export async function findViews(officer: string, list: string): Promise<readonly SavedView[]> {
  try {
    const stored = await desk.savedViews.where('[officer+list]').equals([officer, list]).toArray();
    const views = await Promise.all(stored.map(async ({ id, sealed }) => readView(id, await unseal(sealed))));
    return views.filter((view) => view !== undefined).toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  } catch {
    return [];
  }
}

/** Keeps a view under its id; false when main did not seal it or the desk did not take it. */
export async function keepView(officer: string, list: string, view: SavedView): Promise<boolean> {
  const { id, ...value } = view;
  const sealed = await seal(value);
  if (sealed === undefined) return false;
  try {
    await desk.savedViews.put({ id, officer, list, sealed });
    return true;
  } catch {
    return false;
  }
}

export async function dropView(id: string): Promise<void> {
  try { await desk.savedViews.delete(id); } catch { /* nothing to drop */ }
}
