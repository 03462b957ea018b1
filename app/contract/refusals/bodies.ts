import type { RefusalTable } from './table.ts';

/** Bodies (Art. 3). */
export const bodiesRefusals = {
  'body.unknown': { rule: 'R3.3', article: '3' },
  'body.notListed': { rule: 'R3.3', article: '3' },
  'body.notASource': { rule: 'R3.3', article: '3' },
  'body.notARecipient': { rule: 'R3.3', article: '3' },
  'body.competentExists': { rule: 'R3.1', article: '3' },
  'body.listingEndsBeforeStart': { rule: 'R3.1', article: '3' },
  'body.letterMissing': { rule: 'R3.1', article: '3' },
  'body.stateMismatch': { rule: 'R3.1', article: '3' },
  'body.noKeys': { rule: 'R10.4', article: '10' },
} as const satisfies RefusalTable;
