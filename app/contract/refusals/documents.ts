import type { RefusalTable } from './table.ts';

/** Documents (Art. 8, 9). */
export const documentsRefusals = {
  'document.noSheet': { rule: 'R12.5', article: '12' },
  'document.rolesForm': { rule: 'R11.5', article: '11' },
  'document.noPdf': { rule: 'R8.2', article: '8' },
  'document.tooLong': { rule: 'R11.6', article: '11' },
  'document.notPrepared': { rule: 'R8.2', article: '8' },
  'document.singleCopy': { rule: 'R7.5', article: '7' },
  'document.noPrinter': { rule: 'R8.2', article: '8' },
  'document.printerFailed': { rule: 'R8.2', article: '8' },
} as const satisfies RefusalTable;
