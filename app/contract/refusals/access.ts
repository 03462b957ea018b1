import type { RefusalTable } from './table.ts';

/** Clearance and access of the Centre's officials (Art. 10). */
export const accessRefusals = {
  'grant.none': { rule: 'R10.1', article: '10' },
  'grant.notYet': { rule: 'R10.2', article: '10' },
  'grant.expired': { rule: 'R10.2', article: '10' },
  'grant.revoked': { rule: 'R10.2', article: '10' },
  'clearance.expired': { rule: 'R10.2', article: '10' },
  'grant.outsideScope': { rule: 'R10.2', article: '10' },
  'grant.keyNotGiven': { rule: 'R10.2', article: '10' },
  'grant.notEntitled': { rule: 'R10.1', article: '10' },
  'grant.own': { rule: 'R10.1', article: '10' },
  'grant.noContentRole': { rule: 'R12.6', article: '12' },
  'grant.periodEmpty': { rule: 'R10.1', article: '10' },
  'grant.notFound': { rule: 'R10.1', article: '10' },
  'grant.alreadyRevoked': { rule: 'R10.1', article: '10' },
  'grant.lastKey': { rule: 'R10.1', article: '10' },
  'deputy.unfit': { rule: 'R10.1', article: '10' },
  'deputy.notFound': { rule: 'R10.1', article: '10' },
} as const satisfies RefusalTable;
