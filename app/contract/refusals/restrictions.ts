import type { RefusalTable } from './table.ts';

/** Restrictions of the originator (Art. 9). */
export const restrictionsRefusals = {
  'restriction.forbids': { rule: 'R9.5', article: '9' },
  'restriction.forbidsHidden': { rule: 'R9.5', article: '9' },
  'restriction.purposeDiffers': { rule: 'R9.5', article: '9' },
  'restriction.noCopy': { rule: 'R9.5', article: '9' },
  'restriction.noPrint': { rule: 'R9.5', article: '9' },
  'restriction.noProduct': { rule: 'R9.5', article: '9' },
  'restriction.viewOnly': { rule: 'R11.5', article: '9' },
  'restriction.emptyAddressees': { rule: 'R9.5', article: '9' },
  'restriction.instructionMissing': { rule: 'R9.5', article: '9' },
  'restriction.unreadable': { rule: 'R9.5', article: '9' },
  'restriction.notFound': { rule: 'R9.5', article: '9' },
} as const satisfies RefusalTable;
