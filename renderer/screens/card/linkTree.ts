import type { MaterialRow } from '#app/contract/shapes/material.ts';

export interface LinkEdge { readonly from: string; readonly to: string; readonly type: string }

/** A material in the tree: how it hangs on the one above it, null for the topmost. */
export interface LinkNode { readonly row: MaterialRow; readonly relation: string | null; readonly children: readonly LinkNode[] }

/** Direction in which a link is read: a supplement lies under what it supplements, a source under its product; the others have none. */
const under = (edge: LinkEdge, parent: string): string | undefined => {
  if (edge.type === 'supplementOf') return edge.to === parent ? edge.from : undefined;
  return edge.from === parent ? edge.to : edge.to === parent ? edge.from : undefined;
};

const relationOf = (edge: LinkEdge, parent: string): string =>
  edge.type === 'derivedFrom' && edge.to === parent ? 'sourceOf' : edge.type;

/**
 * The tree in which a material stands: from the topmost one it supplements, directly or not, down to everything
 * linked. Links form a net; each material stands once, where it is first reached.
 */
export function linkTree(here: string, nodes: readonly MaterialRow[], edges: readonly LinkEdge[]): LinkNode | undefined {
  const rows = new Map(nodes.map((row) => [row.id, row]));
  const climbed = new Set([here]);
  let top = here;
  for (;;) {
    const above: string | undefined = edges.find((edge) => edge.type === 'supplementOf' && edge.from === top && rows.has(edge.to) && !climbed.has(edge.to))?.to;
    if (above === undefined) break;
    climbed.add(above);
    top = above;
  }
  const placed = new Set([top]);
  const build = (id: string, relation: string | null): LinkNode | undefined => {
    const row = rows.get(id);
    if (!row) return undefined;
    const below = edges.flatMap((edge) => {
      const other = under(edge, id);
      if (other === undefined || other === id || placed.has(other) || !rows.has(other)) return [];
      placed.add(other);
      return [{ other, relation: relationOf(edge, id) }];
    });
    return { row, relation, children: below.flatMap((each) => build(each.other, each.relation) ?? []) };
  };
  return build(top, null);
}
