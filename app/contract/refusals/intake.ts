import type { RefusalTable } from './table.ts';

/** Intake (Art. 4, 11, 15, 18, Annex 2). */
export const intakeRefusals = {
  'basis.unknown': { rule: 'R4.1', article: '4' },
  'basis.requestMissing': { rule: 'R4.1', article: '4' },
  'basis.requestNotAllowed': { rule: 'R4.1', article: '4' },
  'basis.otherTreaty': { rule: 'R18.1', article: '18' },
  'reference.missing': { rule: 'R5.1', article: '5' },
  'date.invalid': { rule: 'R11.3', article: '11' },
  'date.inFuture': { rule: 'R11.3', article: '11' },
  'date.order': { rule: 'R11.3', article: '11' },
  'count.invalid': { rule: 'R11.3', article: '11' },
  'count.copyBeyondTotal': { rule: 'R11.3', article: '11' },
  'evaluation.invalid': { rule: 'R15.1', article: '15' },
  'evaluation.unchanged': { rule: 'R15.5', article: '15' },
  'evaluation.given': { rule: 'R15.1', article: '15' },
  'evaluation.askedAlready': { rule: 'R15.1', article: '15' },
  'correction.ofProduct': { rule: 'R9.1', article: '9' },
  'correction.notFound': { rule: 'R15.5', article: '15' },
  'evaluation.sourceKindUnknown': { rule: 'R15.1', article: '15' },
  'material.notAdmitted': { rule: 'R3.3', article: '3' },
  'material.frozen': { rule: 'R14.9', article: '14' },
  'material.originatorUnknown': { rule: 'R8.4', article: '8' },
  'material.notFound': { rule: 'R11.5', article: '11' },
  'material.alreadyAdmitted': { rule: 'R3.3', article: '3' },
  'material.senderNumberTaken': { rule: 'R11.3', article: '11' },
} as const satisfies RefusalTable;
