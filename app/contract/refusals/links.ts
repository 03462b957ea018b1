import type { RefusalTable } from './table.ts';

/** Links and supplements (Art. 7). */
export const linksRefusals = {
  'link.typeUnknown': { rule: 'R7.1', article: '7' },
  'link.toItself': { rule: 'R7.1', article: '7' },
  'link.exists': { rule: 'R7.1', article: '7' },
  'link.cycle': { rule: 'R7.3', article: '7' },
} as const satisfies RefusalTable;
