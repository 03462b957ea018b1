import type { RefusalTable } from './table.ts';

/** States and their clocks (Art. 20 to 23). */
export const partiesRefusals = {
  'party.notInForce': { rule: 'R23.2', article: '20' },
  'party.withdrawn': { rule: 'R22.2', article: '22' },
  'party.statusUnknown': { rule: 'R23.2', article: '20' },
  'event.stateUnknown': { rule: 'R20.1', article: '20' },
  'event.kindUnknown': { rule: 'R20.1', article: '20' },
  'event.dateInvalid': { rule: 'R20.1', article: '20' },
  'event.inFuture': { rule: 'R20.1', article: '20' },
  'event.documentMissing': { rule: 'R20.1', article: '20' },
  'event.foundingMissing': { rule: 'R21.1', article: '21' },
  'event.signatureMissing': { rule: 'R20.1', article: '20' },
  'event.withdrawalTooEarly': { rule: 'R22.1', article: '22' },
  'event.notFound': { rule: 'R20.1', article: '20' },
} as const satisfies RefusalTable;
