import type { BreachNotice } from './breach.ts';
import type { Reference } from '#app/notices/similar.ts';

/** What a notice already drafted tells of a breach: a material is its originator's alone, and a letter of ours its recipient's, whoever is written to in their place (R3.4). */
export interface DraftedNotice {
  readonly materialIds: readonly string[];
  readonly received: readonly Reference[];
}

const same = (a: Reference, b: Reference): boolean => a.number === b.number && a.date === b.date;

/**
 * What is due and was not drafted yet: whole notices, or for a body told of a part the rest alone. An officer drafts what lies
 * within their access, and whoever sees more runs the same rule again, so nobody is told that there is more (Art. 14; R14.2, R7.9).
 */
export function undrafted(due: readonly BreachNotice[], drafted: readonly DraftedNotice[]): readonly BreachNotice[] {
  return due.flatMap((notice) => {
    const provided = notice.provided.filter(({ materialId }) => !drafted.some(({ materialIds }) => materialIds.includes(materialId)));
    const received = notice.received.filter((one) => !drafted.some((each) => each.received.some((known) => same(known, one))));
    return provided.length === 0 && received.length === 0 ? [] : [{ ...notice, provided, received }];
  });
}
