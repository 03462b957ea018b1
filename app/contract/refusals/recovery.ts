import type { RefusalTable } from './table.ts';

/** Recovery by share holders (Art. 10, 12). */
export const recoveryRefusals = {
  'recovery.none': { rule: 'R10.2', article: '10' },
  'recovery.fewHolders': { rule: 'R12.5', article: '12' },
  'recovery.holderTwice': { rule: 'R12.5', article: '12' },
  'recovery.badLine': { rule: 'R10.2', article: '10' },
  'recovery.mixedSheet': { rule: 'R10.2', article: '10' },
  'recovery.otherVault': { rule: 'R10.2', article: '10' },
  'recovery.replacedSheet': { rule: 'R10.2', article: '10' },
  'recovery.sheetTwice': { rule: 'R12.5', article: '12' },
  'recovery.wrongShare': { rule: 'R10.2', article: '10' },
  'recovery.tooFew': { rule: 'R12.5', article: '12' },
  'recovery.notDirector': { rule: 'R10.1', article: '10' },
} as const satisfies RefusalTable;
