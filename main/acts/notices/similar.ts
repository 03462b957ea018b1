import { dateOf } from '#app/agreement/civilDate.ts';
import type { NewAct } from '#app/journal/act.ts';
import type { MaterialRecord } from '#app/materials/acts.ts';
import { supplementRules } from '#app/materials/links.ts';
import { similarNotices, type SimilarSide } from '#app/notices/similar.ts';
import type { Context } from '../../context.ts';
import { refuseIfAny } from '../../refused.ts';
import { holdingOf } from '../lookup.ts';
import { draftLetter, type Drafted } from './draft.ts';

/** A product of the Centre has no originator to be told; sides that were not admitted are nobody's to be told of yet. */
const sideOf = (record: MaterialRecord): SimilarSide => ({
  materialId: record.id, originator: record.originator === 'CENTRE' ? null : record.originator,
  reference: { number: record.senderNumber, date: record.senderDate },
  incoming: { number: record.regNo, date: dateOf(record.registeredAt) }, degree: record.degree,
});

/** Whether a decision on a pair is told to the originators (Art. 7, R7.3, R7.7). */
export function isTold(decision: 'similar' | 'supplement' | 'duplicate' | 'unrelated', a: MaterialRecord, b: MaterialRecord): boolean {
  if (decision === 'unrelated') return false;
  return decision !== 'supplement' || supplementRules.noticeKind(b.originator, a.originator) === 'similar';
}

/** Acts that draft one neutral notice per originator, each in the holding of its addressee's own material (R7.4, R7.5). `link`: the decision on the pair. */
export function draftSimilarNotices(a: MaterialRecord, b: MaterialRecord, link: string, context: Context): { acts: NewAct[]; notices: Drafted['notice'][] } {
  const { drafts, refusals } = similarNotices({ a: sideOf(a), b: sideOf(b) });
  refuseIfAny(refusals);
  const drafted = drafts.map(({ addressee, degree, about }) => draftLetter({
    kind: 'similar', to: addressee, holding: holdingOf(addressee, degree), degree, link,
    lines: about.map(({ materialId, reference, incoming }) => ({
      materialId, ownReference: reference.number, ownDate: reference.date, ourNumber: incoming.number, ourDate: incoming.date,
    })),
  }, context));
  return { acts: drafted.map(({ act }) => act), notices: drafted.map(({ notice }) => notice) };
}
