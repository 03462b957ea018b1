import type { RefusalTable } from './table.ts';

/** Incidents (Art. 14). */
export const incidentsRefusals = {
  'incident.kindUnknown': { rule: 'R14.1', article: '14' },
  'incident.factsMissing': { rule: 'R14.2', article: '14' },
  'incident.nothingNamed': { rule: 'R14.1', article: '14' },
  'incident.notFound': { rule: 'R11.5', article: '11' },
  'incident.closed': { rule: 'R14.9', article: '14' },
  'incident.complete': { rule: 'R14.2', article: '14' },
  'incident.incomplete': { rule: 'R14.2', article: '14' },
  'incident.noticesOpen': { rule: 'R14.9', article: '14' },
  'incident.notExternal': { rule: 'R14.4', article: '14' },
  'incident.tellerMissing': { rule: 'R14.4', article: '14' },
  'incident.nobodyConsulted': { rule: 'R14.5', article: '14' },
  'incident.discussionUndecided': { rule: 'R14.5', article: '14' },
  'incident.discussionOpen': { rule: 'R14.5', article: '14' },
  'incident.citizenshipUnclear': { rule: 'R14.6', article: '14' },
  'incident.damageNotAgreed': { rule: 'R14.7', article: '14' },
  'incident.damageOpen': { rule: 'R14.7', article: '14' },
  'suspicion.notFound': { rule: 'R14.8', article: '14' },
  'incident.notTouched': { rule: 'R1.4', article: '1' },
  'incident.carrierNotFound': { rule: 'R1.4', article: '1' },
} as const satisfies RefusalTable;
