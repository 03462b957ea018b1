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
} as const satisfies RefusalTable;
