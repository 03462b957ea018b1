import type { RefusalTable } from './table.ts';

/** The question itself. */
export const questionRefusals = {
  'input.invalid': { rule: 'R11.5', article: '11' },
  'input.unknownMethod': { rule: 'R11.5', article: '11' },
  'input.unknownKey': { rule: 'R11.5', article: '11' },
  'input.required': { rule: 'R11.3', article: '11' },
  'input.wrongType': { rule: 'R11.5', article: '11' },
  'input.tooLong': { rule: 'R11.3', article: '11' },
  'input.tooFew': { rule: 'R11.3', article: '11' },
  'input.controlCharacters': { rule: 'R11.4', article: '11' },
  'input.notADate': { rule: 'R11.3', article: '11' },
  'input.notAChoice': { rule: 'R11.3', article: '11' },
  'search.badCursor': { rule: 'R11.5', article: '11' },
} as const satisfies RefusalTable;
