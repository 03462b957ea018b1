import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';
import { drafted, missingNotices } from './due.ts';
import { openIncident, toldOf } from './known.ts';

/** Drafts the notices that the officer who opened the breach could not see to be due (Art. 14; R14.2). */
export const complete: Handler<'incidents.complete'> = ({ incidentId }, context) => {
  const { vault } = context;
  const { incident } = openIncident(vault, incidentId);
  const letters = missingNotices(vault, incident, toldOf(vault, incidentId)).map((notice) => drafted(notice, incidentId, context));
  if (letters.length === 0) no('incident.complete', { number: incident.number });
  vault.commit(letters.map(({ act }) => act));
  return { notices: letters.map(({ notice }) => notice) };
};