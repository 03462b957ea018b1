import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { linkTree, type LinkEdge, type LinkNode } from './linkTree.ts';

/** A fictional row; only its id matters here. */
const row = (id: string): MaterialRow => ({
  id, regNo: `UZ-01/02/2026/${id}`, registeredAt: '2026-05-14T10:00:00', receivedOn: '2026-05-14', originator: 'UZ-01', senderNumber: id, senderDate: '2026-05-12', degree: 'LOWER',
  marking: 'MAXFIY', evaluation: 'B2', sourceKind: null, basis: 'initiative', summary: '', excerpt: '', language: 'uz', admission: 'admitted', personalData: false, restricted: false, frozen: false, attachments: 0, product: false,
});
const shape = (node: LinkNode): string => `${node.relation === null ? '' : `${node.relation}:`}${node.row.id}${node.children.length > 0 ? `(${node.children.map(shape).join(' ')})` : ''}`;
const tree = (here: string, ids: string, edges: readonly (readonly [string, string, string])[]) => {
  const found = linkTree(here, [...ids].map(row), edges.map(([from, type, to]) => ({ from, type, to })));
  return found && shape(found);
};
const placed = (node: LinkNode): string[] => [node.row.id, ...node.children.flatMap(placed)];

describe('tree of links', () => {
  it('begins at the topmost material that is supplemented, from wherever it is looked at', () => {
    const edges = [['b', 'supplementOf', 'a'], ['c', 'supplementOf', 'b']] as const;
    for (const here of 'abc') expect(tree(here, 'abc', edges)).toBe('a(supplementOf:b(supplementOf:c))');
  });
  it('reads similar information from both sides and hangs it under the one that is looked at', () => {
    expect(tree('a', 'ab', [['b', 'similar', 'a']])).toBe('a(similar:b)');
    expect(tree('b', 'ab', [['b', 'similar', 'a']])).toBe('b(similar:a)');
  });
  it('tells a source from what was prepared from it', () => {
    expect(tree('p', 'ps', [['p', 'derivedFrom', 's']])).toBe('p(derivedFrom:s)');
    expect(tree('s', 'ps', [['p', 'derivedFrom', 's']])).toBe('s(sourceOf:p)');
  });
  it('leaves out what the officer has no key to, with the links that lead there', () => {
    expect(tree('a', 'a', [['b', 'supplementOf', 'a'], ['a', 'supplementOf', 'x']])).toBe('a');
    expect(linkTree('a', [], [])).toBeUndefined();
  });
  it('ends on links that run in a circle, and places each material once', () => {
    const letters = [...'abcdefg'];
    const edge = fc.record({ from: fc.constantFrom(...letters), to: fc.constantFrom(...letters), type: fc.constantFrom('similar', 'supplementOf', 'derivedFrom', 'duplicate') });
    fc.assert(fc.property(fc.array(edge, { maxLength: 25 }), fc.constantFrom(...letters), (edges: LinkEdge[], here) => {
      const found = linkTree(here, letters.map(row), edges);
      const all = found ? placed(found) : [];
      expect(new Set(all).size).toBe(all.length);
      expect(all).toContain(here);
    }), { seed: 7, numRuns: 300 });
  });
});
