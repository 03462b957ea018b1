import type { RefusalTable } from './table.ts';

/** The head of the journal on paper (Art. 11). */
export const journalRefusals = {
  'head.badCode': { rule: 'R11.4', article: '11' },
} as const satisfies RefusalTable;
