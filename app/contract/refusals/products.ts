import type { RefusalTable } from './table.ts';

/** The Centre's own products (Art. 9). */
export const productsRefusals = {
  'product.noSources': { rule: 'R9.2', article: '9' },
} as const satisfies RefusalTable;
