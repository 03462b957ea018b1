import type { RefusalTable } from './table.ts';

/** Written consent (Art. 5, 8, 12). */
export const consentsRefusals = {
  'consent.missing': { rule: 'R8.4', article: '8' },
  'consent.missingHidden': { rule: 'R8.4', article: '8' },
  'consent.missingWithinState': { rule: 'R8.5', article: '8' },
  'consent.missingOfAll': { rule: 'R12.7', article: '12' },
  'consent.notWritten': { rule: 'R8.4', article: '8' },
  'consent.notOriginators': { rule: 'R8.4', article: '8' },
  'consent.otherMaterial': { rule: 'R8.6', article: '8' },
  'consent.otherRecipient': { rule: 'R8.4', article: '8' },
  'consent.emptyScope': { rule: 'R8.4', article: '8' },
  'consent.afterDispatch': { rule: 'R8.4', article: '8' },
  'consent.notYetValid': { rule: 'R8.4', article: '8' },
  'consent.expired': { rule: 'R8.4', article: '8' },
  'consent.revoked': { rule: 'R8.4', article: '8' },
  'consent.conditionsOpen': { rule: 'R8.4', article: '8' },
  'consent.conditionsMet': { rule: 'R8.4', article: '8' },
  'consent.purposeDiffers': { rule: 'R8.4', article: '8' },
  'director.decisionMissing': { rule: 'R5.2', article: '5' },
  'director.decisionUsed': { rule: 'R5.1', article: '5' },
  'director.decisionExpired': { rule: 'R5.1', article: '5' },
  'director.decisionPurposeDiffers': { rule: 'R5.1', article: '5' },
  'director.decisionNotFound': { rule: 'R5.1', article: '5' },
  'director.observerApprovalMissing': { rule: 'R12.8', article: '12' },
  'consent.notFound': { rule: 'R8.4', article: '8' },
} as const satisfies RefusalTable;
