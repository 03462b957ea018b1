import type { RefusalTable } from './table.ts';

/** Sealed packages (Art. 10, 11). */
export const packagesRefusals = {
  'package.notAPackage': { rule: 'R11.4', article: '11' },
  'package.newer': { rule: 'R11.4', article: '11' },
  'package.truncated': { rule: 'R11.4', article: '11' },
  'package.altered': { rule: 'R11.4', article: '11' },
  'package.unknownSender': { rule: 'R3.3', article: '3' },
  'package.badSignature': { rule: 'R11.4', article: '11' },
  'package.notAddressee': { rule: 'R10.4', article: '10' },
  'package.replayed': { rule: 'R11.4', article: '11' },
  'package.manifestMismatch': { rule: 'R14.8', article: '14' },
  'package.hostilePath': { rule: 'R11.4', article: '11' },
  'package.tooLarge': { rule: 'R11.4', article: '11' },
  'package.schema': { rule: 'R11.4', article: '11' },
  'package.notQuarantined': { rule: 'R11.4', article: '11' },
  'package.receiptTwice': { rule: 'R11.3', article: '11' },
  'package.notFound': { rule: 'R11.5', article: '11' },
} as const satisfies RefusalTable;
