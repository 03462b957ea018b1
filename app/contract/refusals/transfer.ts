import type { RefusalTable } from './table.ts';

/** Transfer (Art. 5, 8, 10, 12). */
export const transferRefusals = {
  'purpose.missing': { rule: 'R8.8', article: '8' },
  'channel.notAgreed': { rule: 'R10.4', article: '10' },
  'channel.tooLow': { rule: 'R10.4', article: '10' },
  'clearance.addresseeMissing': { rule: 'R12.2', article: '12' },
  'clearance.inquiryNotFound': { rule: 'R12.2', article: '12' },
  'clearance.answeredAlready': { rule: 'R12.2', article: '12' },
  'clearance.addresseeTooLow': { rule: 'R12.2', article: '12' },
  'transfer.secondMissing': { rule: 'R13.1', article: '13' },
  'transfer.refused': { rule: 'R5.1', article: '5' },
} as const satisfies RefusalTable;
