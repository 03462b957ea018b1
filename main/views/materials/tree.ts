import type { MaterialRow } from '#app/contract/shapes/material.ts';
import type { Handler } from '../../context.ts';
import { withheldFrom, withoutContent } from '../../acts/exchange/restricted.ts';
import { locate, located } from '../../acts/lookup.ts';
import { decisionsOn, linksOf } from '../../vault/queries/decisions.ts';

/** Materials reached in a small tree; more would be a map, not a tree. */
const most = 60;

/** A material with everything linked to it, supplements of supplements included; nodes without a key are left out with their edges. */
export const tree: Handler<'links.tree'> = ({ materialId }, context) => {
  const { vault } = context;
  const nodes = new Map<string, MaterialRow>([[materialId, located(vault, materialId).row]]);
  const edges = new Map<string, { from: string; to: string; type: string }>();
  const waiting = [materialId];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const { db } = located(vault, at);
    for (const { id, from, to, type } of linksOf(db, at)) {
      const other = from === at ? to : from;
      // What a later decision on the pair has undone is no longer an edge; what a product is made of is decided once.
      if (type === 'unrelated' || (type !== 'derivedFrom' && decisionsOn(db, at, other).at(-1)?.id !== id)) continue;
      const row = nodes.get(other) ?? locate(vault, other)?.row;
      if (row === undefined) continue;
      if (!nodes.has(other)) {
        if (nodes.size >= most) continue;
        nodes.set(other, row);
        waiting.push(other);
      }
      edges.set(id, { from, to, type });
    }
  }
  const withheld = withheldFrom(context);
  return { nodes: [...nodes.values()].map((row) => (withheld.has(row.id) ? withoutContent(row) : row)), edges: [...edges.values()] };
};
