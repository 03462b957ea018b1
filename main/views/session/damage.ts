import { z } from 'zod';
import { readJournalInBackground } from '../../acts/session/read-journal.ts';
import type { Handler } from '../../context.ts';
import type { Journal } from '../../vault/vault.ts';

const checked = z.looseObject({ broken: z.int().nullable(), differences: z.int(), lost: z.int(), damage: z.int().default(0) });

/** When the last check that found nothing wrong was made: what is damaged now was whole then. Of the last twenty checks. */
function lastWhole(journal: Journal): string | null {
  const whole = journal.page({ kind: 'vault.checked', result: 'done' }, null, 20).acts.find(({ open }) => {
    const told = checked.safeParse(open);
    return told.success && told.data.broken === null && told.data.differences + told.data.lost + told.data.damage === 0;
  });
  return whole?.at ?? null;
}

/** What is damaged, what stands, and since when at the latest: for those who read the journal. What is known is answered at once. */
export const damage: Handler<'vault.damage'> = (_, context) => {
  const { vault } = context;
  const readsJournal = ['director', 'security'].includes(vault.identity.officer.role) && vault.reading === undefined;
  const journalRead = !readsJournal || readJournalInBackground(context);
  return { damage: vault.damage(), stands: vault.holdings(), lastWhole: readsJournal && journalRead ? lastWhole(vault.journal) : null, journalRead };
};
