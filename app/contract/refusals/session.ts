import type { RefusalTable } from './table.ts';

/** Session, accounts (Art. 10, 11). */
export const sessionRefusals = {
  'session.locked': { rule: 'R10.2', article: '10' },
  'session.mustLock': { rule: 'R10.2', article: '10' },
  'session.roleNotEntitled': { rule: 'R11.5', article: '11' },
  'session.wrongPassphrase': { rule: 'R10.2', article: '10' },
  'session.tooSoon': { rule: 'R10.2', article: '10' },
  'session.noSuchOfficer': { rule: 'R10.2', article: '10' },
  'session.weakPassphrase': { rule: 'R10.2', article: '10' },
  'session.clockSetBack': { rule: 'R14.8', article: '14' },
  'session.clockNotSetBack': { rule: 'R14.8', article: '14' },
  'headerPaper.lines': { rule: 'R11.4', article: '11' },
  'headerPaper.unreadable': { rule: 'R11.4', article: '11' },
  'headerPaper.stands': { rule: 'R11.4', article: '11' },
  'keyFile.missing': { rule: 'R10.2', article: '10' },
  'keyFile.foreign': { rule: 'R10.2', article: '10' },
  'keyFile.damaged': { rule: 'R10.2', article: '10' },
  'keyFile.notWritable': { rule: 'R12.1', article: '12' },
  'second.required': { rule: 'R12.5', article: '12' },
  'second.samePerson': { rule: 'R12.5', article: '12' },
  'second.wrongPassphrase': { rule: 'R12.5', article: '12' },
  'second.notEntitled': { rule: 'R12.5', article: '12' },
  'officer.loginTaken': { rule: 'R10.1', article: '10' },
  'officer.notFound': { rule: 'R10.1', article: '10' },
  'officer.roleNotYours': { rule: 'R12.6', article: '12' },
  'officer.self': { rule: 'R10.1', article: '10' },
} as const satisfies RefusalTable;
