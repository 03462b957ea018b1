import type { RefusalTable } from './table.ts';

/** Media (Art. 10). */
export const mediaRefusals = {
  'media.missing': { rule: 'R10.5', article: '10' },
  'media.vaultFolder': { rule: 'R10.5', article: '10' },
  'media.vaultDisk': { rule: 'R10.5', article: '10' },
  'media.symlink': { rule: 'R10.5', article: '10' },
  'media.full': { rule: 'R10.5', article: '10' },
  'media.readOnly': { rule: 'R10.5', article: '10' },
  'media.unplugged': { rule: 'R10.5', article: '10' },
  'media.swapped': { rule: 'R10.5', article: '10' },
  'media.permission': { rule: 'R10.5', article: '10' },
  'media.exists': { rule: 'R10.5', article: '10' },
  'media.compareFailed': { rule: 'R10.5', article: '10' },
  'media.io': { rule: 'R10.5', article: '10' },
} as const satisfies RefusalTable;
