import type { Act, HoldingName } from '#app/journal/act.ts';
import { readJournal } from '../../acts/session/read-journal.ts';
import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';
import { askedWith } from '../../vault/queries/asked.ts';
import type { ReadableDb } from '../../vault/store.ts';
import { officerNames } from '../../vault/queries/officers.ts';

/** What an act says in its open part, on one line; of a search the words too, for those who may read them. */
export function detailOf(act: Act, words: (holding: HoldingName) => ReadableDb | undefined): string {
  const held = act.held.map(({ holding }) => words(holding)).map((db) => (db === undefined ? undefined : askedWith(db, act.seq))).find((one) => one !== undefined);
  const text = held !== undefined ? held : act.open === null || (typeof act.open === 'object' && Object.keys(act.open).length === 0) ? '' : JSON.stringify(act.open);
  return text.length <= 2000 ? text : `${text.slice(0, 1999)}…`;
}

/** The journal, newest first. Reading it is itself written down by the gate (R11.6). */
const page: Handler<'journal.page'> = async ({ cursor, limit, officer, kind, result, subject, from, to, text }, context) => {
  const { vault } = context;
  const before = cursor === null ? null : Number(cursor);
  if (before !== null && !Number.isSafeInteger(before)) no('search.badCursor');
  const filter = {
    ...(officer === null ? {} : { officer }), ...(kind === null || kind === '' ? {} : { kind }), ...(result === null ? {} : { result }),
    ...(subject === null ? {} : { subject }), ...(from === null ? {} : { from }), ...(to === null ? {} : { to }), ...(text === '' ? {} : { text }),
  };
  await readJournal(context);
  const { acts, next } = vault.journal.page(filter, before, limit);
  const names = officerNames(vault.registry);
  return {
    rows: acts.map((act) => ({
      seq: act.seq, at: act.at, officer: names.get(act.officer) ?? act.officer, second: act.second === null ? null : (names.get(act.second) ?? act.second), workstation: act.workstation, kind: act.kind, result: act.result,
      subject: act.subject, detail: detailOf(act, (holding) => vault.holding(holding)), hash: act.hash,
    })),
    next: next === null ? null : String(next), total: vault.journal.count(filter), kinds: vault.journal.kinds(),
    officers: [...names].map(([id, name]) => ({ id, name })),
  };
};

export const journalViews = { 'journal.page': page };
