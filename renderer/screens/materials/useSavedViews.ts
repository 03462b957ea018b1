import { useCallback, useEffect, useState } from 'react';
import { materialFilter, type MaterialFilter } from '#app/contract/materials.ts';
import { deskNow } from '../../desk/clock.ts';
import type { Layout } from '../../desk/layouts.ts';
import { dropView, findViews, keepView, type SavedView } from '../../desk/savedViews.ts';
import { newId } from '../../frame/jobs.ts';
import { useSession } from '../../frame/session.ts';

export interface MaterialsView { readonly id: string; readonly name: string; readonly filter: MaterialFilter; readonly layout: Layout; readonly madeAt: string }

const list = 'materials';

/** A view of an older program may ask what is no longer asked: it is left out. */
function readable(view: SavedView): readonly MaterialsView[] {
  const filter = materialFilter.safeParse(view.filter);
  return filter.success ? [{ ...view, filter: filter.data }] : [];
}

/** The officer's saved views of the list of materials, the oldest first: Ctrl+1 is the first. */
export function useSavedViews() {
  const { officer } = useSession();
  const [views, setViews] = useState<readonly MaterialsView[]>([]);
  const find = useCallback(async () => (await findViews(officer.id, list)).flatMap(readable), [officer.id]);
  useEffect(() => {
    let wanted = true;
    void find().then((found) => { if (wanted) setViews(found); });
    return () => { wanted = false; };
  }, [find]);
  /** The id of the view kept, or undefined when the desk did not take it. A view of the same name is replaced. */
  const keep = async (name: string, filter: MaterialFilter, layout: Layout): Promise<string | undefined> => {
    const same = views.find((view) => view.name === name);
    const view = { id: same?.id ?? newId(), name, filter, layout, madeAt: same?.madeAt ?? deskNow() };
    const kept = await keepView(officer.id, list, view);
    setViews(await find());
    return kept ? view.id : undefined;
  };
  const drop = async (id: string) => {
    await dropView(id);
    setViews(await find());
  };
  return { views, keep, drop };
}
