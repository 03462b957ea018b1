import type { RefusalTable } from './table.ts';

/** Checks, certified means and officers responsible for information security (Art. 10, 12). */
export const checksRefusals = {
  'check.nextNotLater': { rule: 'R12.4', article: '12' },
  'check.periodEmpty': { rule: 'R10.3', article: '10' },
  'check.remarksMissing': { rule: 'R12.4', article: '12' },
  'responsible.unfit': { rule: 'R12.6', article: '12' },
  'responsible.notFound': { rule: 'R12.6', article: '12' },
} as const satisfies RefusalTable;
