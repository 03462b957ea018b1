import type { RefusalTable } from './table.ts';

/** Requests (Art. 4, 12). */
export const requestsRefusals = {
  'request.notFound': { rule: 'R4.1', article: '4' },
  'request.otherBody': { rule: 'R4.1', article: '4' },
  'request.notAwaiting': { rule: 'R12.1', article: '12' },
  'request.otherRecipient': { rule: 'R4.2', article: '4' },
  'request.closed': { rule: 'R4.2', article: '4' },
  'request.unjustified': { rule: 'R12.1', article: '12' },
  'request.awaitsJustification': { rule: 'R12.1', article: '12' },
  'request.reasonMissing': { rule: 'R12.1', article: '12' },
  'request.unfit': { rule: 'R4.1', article: '4' },
} as const satisfies RefusalTable;
