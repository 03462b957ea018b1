import { journalPage } from '#app/documents/journal-page.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Language } from '#app/contract/shapes/text.ts';
import type { Context } from '../../context.ts';
import { no } from '../../refused.ts';
import { finishGently } from '../../vault/steps.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import { readJournal } from '../session/read-journal.ts';
import { deedOf, loadActWords, type ActWords } from './act-words.ts';
import { requisitesOf, stationeryOf } from './stationery.ts';

/** Acts on one extract. A longer period is refused, never cut: the extract says of itself that it holds the whole period. */
export const mostActs = 2000;

const loaded = new Map<Language, ActWords>();

function wordsOf(assets: string, language: Language): ActWords {
  const words = loaded.get(language) ?? loadActWords(assets, language);
  loaded.set(language, words);
  return words;
}

/** P23: an extract of the journal with the chain's head, to be signed on paper (Art. 11, R11.4). It names no content, so it bears no grif. */
export async function journalForm(context: Context, { from, to }: { from: string; to: string }, language: Language, reference: string): Promise<DocumentModel> {
  await readJournal(context);
  const { journal, registry, identity } = context.vault;
  const count = journal.count({ from, to });
  if (count > mostActs) no('document.tooLong', { count, most: mostActs });
  const stationery = stationeryOf(context, language, null);
  const names = officerNames(registry);
  const words = wordsOf(context.machine.assets, language);
  const { acts } = journal.page({ from, to }, null, mostActs);
  const head = journal.head();
  const verdict = await context.jobs.run(context.newId(), ({ progress, signal }) => finishGently(journal.verify(), ({ done, of }) => progress('journal', done, of), signal));
  return journalPage(stationery, {
    requisites: requisitesOf(context, `${from}/${to}`, reference, 1, [stationery.words.common.back.toFile]), degree: null, from, to,
    entries: acts.toReversed().map((act) => ({
      seq: act.seq, at: act.at, officer: [act.officer, act.second].flatMap((id) => (id === null ? [] : [names.get(id) ?? id])).join(', '), workstation: act.workstation, deed: deedOf(act, words), subject: act.subject ?? '',
      result: act.result, hash: act.hash,
    })),
    head: { seq: head?.seq ?? 0, hash: head?.hash ?? '' }, brokenAt: verdict.broken?.seq ?? null, keptBy: identity.officer.name,
  });
}
