import type { RefusalTable } from './table.ts';

/** Backups (Art. 12). */
export const backupRefusals = {
  'backup.notAMedium': { rule: 'R12.5', article: '12' },
  'backup.mediumTaken': { rule: 'R12.5', article: '12' },
  'backup.numberTaken': { rule: 'R12.5', article: '12' },
  'backup.mediumWithdrawn': { rule: 'R12.5', article: '12' },
  'backup.mediumNotFound': { rule: 'R12.5', article: '12' },
  'backup.generationNotFound': { rule: 'R12.5', article: '12' },
  'backup.none': { rule: 'R12.5', article: '12' },
  'backup.lastProven': { rule: 'R12.5', article: '12' },
  'backup.damaged': { rule: 'R12.5', article: '12' },
  'backup.newer': { rule: 'R12.5', article: '12' },
  'backup.notEntitled': { rule: 'R12.5', article: '12' },
  'backup.unplugged': { rule: 'R12.5', article: '12' },
  'backup.changed': { rule: 'R12.5', article: '12' },
} as const satisfies RefusalTable;
