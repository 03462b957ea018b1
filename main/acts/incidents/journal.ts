import type { z } from 'zod';
import { incidentClosed, incidentOpened, incidentPersonNamed } from '#app/incidents/acts.ts';
import type { Act } from '#app/journal/act.ts';
import { openOf } from '#app/journal/kind.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { actsOfKind } from '../journal/of-kind.ts';

export type NamedPerson = z.output<typeof incidentPersonNamed.open> & Pick<Act, 'at' | 'officer'>;

export interface JournalBreach {
  readonly id: string;
  readonly number: string;
  readonly kind: 'disclosure' | 'loss' | 'temporaryLoss';
  readonly discoveredAt: string;
  readonly closed: boolean;
  readonly persons: readonly NamedPerson[];
}

/** Breaches as the journal tells of them: numbers and dates, nothing of a material; with the persons named, the newest first. Throws `forbidden` for who does not read it. */
export function breachesInJournal(vault: OpenVault): readonly JournalBreach[] {
  const closed = new Set(actsOfKind(vault, incidentClosed.kind).map(({ subject }) => subject));
  const persons = actsOfKind(vault, incidentPersonNamed.kind).flatMap((act) => {
    const open = openOf(incidentPersonNamed, act);
    return open === undefined ? [] : [{ ...open, at: act.at, officer: act.officer }];
  });
  return actsOfKind(vault, incidentOpened.kind).flatMap((act) => {
    const open = openOf(incidentOpened, act);
    if (open === undefined) return [];
    const { id, number, kind, discoveredAt } = open;
    return [{ id, number, kind, discoveredAt, closed: closed.has(id), persons: persons.filter((one) => one.id === id) }];
  }).toReversed();
}
