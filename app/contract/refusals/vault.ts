import type { RefusalTable } from './table.ts';

/** The vault and the disk under it (Art. 11, 12). */
export const vaultRefusals = {
  'vault.exists': { rule: 'R11.4', article: '11' },
  'vault.missing': { rule: 'R11.4', article: '11' },
  'vault.damaged': { rule: 'R11.4', article: '11' },
  'vault.outdated': { rule: 'R11.4', article: '11' },
  'vault.notAllKeys': { rule: 'R11.4', article: '11' },
  'vault.newer': { rule: 'R11.4', article: '11' },
  'vault.older': { rule: 'R11.4', article: '11' },
  'vault.inUse': { rule: 'R11.4', article: '11' },
  'vault.permission': { rule: 'R11.4', article: '11' },
  'vault.rolledBack': { rule: 'R11.4', article: '11' },
  'vault.noSpace': { rule: 'R11.4', article: '11' },
  'vault.readOnly': { rule: 'R11.4', article: '11' },
  'vault.io': { rule: 'R11.4', article: '11' },
  'vault.reading': { rule: 'R11.6', article: '11' },
  'internal.failed': { rule: 'R11.4', article: '11' },
} as const satisfies RefusalTable;
