import { incidentPersonNamed } from '#app/incidents/acts.ts';
import { applicableLaw } from '#app/incidents/law.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Handler } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { readJournal } from '../session/read-journal.ts';
import { breachesInJournal } from './journal.ts';

/** Names a person by a reference to paper, with the law that follows from citizenship (Art. 14(2)). For those who read the journal alone. */
export const namePerson: Handler<'incidents.namePerson'> = async ({ incidentId, reference, citizenship }, context) => {
  const { vault } = context;
  await readJournal(context);
  const breach = found(breachesInJournal(vault).find(({ id }) => id === incidentId), 'incident.notFound');
  if (breach.closed) no('incident.closed', { number: breach.number });
  const { law, flag } = found(applicableLaw(citizenship), 'incident.citizenshipUnclear');
  vault.commit([actOf(incidentPersonNamed, incidentId, { id: incidentId, reference, citizenship, law }, [])]);
  return { law, flag };
};
