import { openHoldings } from '../../acts/lookup.ts';
import type { Handler } from '../../context.ts';
import { clearancesOf } from '../../vault/queries/clearances.ts';
import { officerNames } from '../../vault/queries/officers.ts';

/** Of people of one body or all, as far as the officer can open their bodies' holdings. */
export const listClearances: Handler<'clearances.list'> = ({ body }, { vault }) => {
  const names = officerNames(vault.registry);
  return openHoldings(vault).flatMap(({ db }) => clearancesOf(db)).filter((one) => body === null || one.body === body)
    .map(({ officer, answer, ...one }) => ({ ...one, officer: names.get(officer) ?? officer, answer: answer === null ? null : { ...answer, document: { ...answer.document } } }));
};
