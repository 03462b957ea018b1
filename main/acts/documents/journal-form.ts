import { journalPage } from '#app/documents/journal-page.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Language } from '#app/contract/shapes/text.ts';
import type { Context } from '../../context.ts';
import { finish } from '../../vault/steps.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import { requisitesOf, stationeryOf } from './stationery.ts';

/** Acts on one extract; a longer period is printed in parts. */
const most = 2000;

/** P23: an extract of the journal with the chain's head, to be signed on paper (Art. 11, R11.4). It names no content, so it bears no grif. */
export function journalForm(context: Context, { from, to }: { from: string; to: string }, language: Language, reference: string): DocumentModel {
  const { journal, registry, identity } = context.vault;
  const stationery = stationeryOf(context, language, null);
  const names = officerNames(registry);
  const { acts } = journal.page({ from, to }, null, most);
  const head = journal.head();
  const verdict = finish(journal.verify());
  return journalPage(stationery, {
    requisites: requisitesOf(context, `${from}/${to}`, reference, 1, [stationery.words.common.back.toFile]), degree: null, from, to,
    entries: acts.toReversed().map((act) => ({
      seq: act.seq, at: act.at, officer: names.get(act.officer) ?? act.officer, workstation: act.workstation, deed: act.kind, subject: act.subject ?? '',
      result: act.result, hash: act.hash,
    })),
    head: { seq: head?.seq ?? 0, hash: head?.hash ?? '' }, brokenAt: verdict.broken?.seq ?? null, keptBy: identity.officer.name,
  });
}
