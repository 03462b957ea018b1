import type { RefusalTable } from './table.ts';

/** Notices and letters (Art. 7, 9, 14). */
export const noticesRefusals = {
  'notice.ownReferenceMissing': { rule: 'R7.4', article: '7' },
  'notice.notFound': { rule: 'R11.5', article: '11' },
  'notice.notADraft': { rule: 'R7.8', article: '7' },
  'notice.notIssued': { rule: 'R9.8', article: '9' },
  'notice.mustBeSent': { rule: 'R7.1', article: '7' },
  'notice.wrongForm': { rule: 'R7.5', article: '7' },
} as const satisfies RefusalTable;
