import type { RefusalTable } from './table.ts';

/** Markings and grif (Art. 2, 8, 9, Annex 1). */
export const grifRefusals = {
  'marking.aboveAnnex1': { rule: 'R2.1', article: '2' },
  'marking.none': { rule: 'R2.1', article: '2' },
  'marking.unknown': { rule: 'R2.1', article: '2' },
  'grif.unknown': { rule: 'R9.4', article: '9' },
  'grif.belowSenders': { rule: 'R8.1', article: '8' },
  'grif.higherNeedsReason': { rule: 'R8.1', article: '8' },
  'grif.belowSources': { rule: 'R9.2', article: '9' },
  'annex1.decisionMissing': { rule: 'R9.4', article: '9' },
  'annex1.notLater': { rule: 'R9.4', article: '9' },
  'annex1.idTaken': { rule: 'R9.4', article: '9' },
} as const satisfies RefusalTable;
