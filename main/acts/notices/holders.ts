import { dateOf } from '#app/agreement/civilDate.ts';
import { successionLine } from '#app/agreement/bodies.ts';
import { pastRecipients, type Held } from '#app/exchange/pastRecipients.ts';
import type { NewAct } from '#app/journal/act.ts';
import { derivatives } from '#app/materials/links.ts';
import type { LetterKind } from '#app/notices/kinds.ts';
import { today } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { linksOfType } from '../../vault/queries/decisions.ts';
import { transfersOf } from '../../vault/queries/exchange.ts';
import { noticesAbout, type StoredNotice } from '../../vault/queries/notices.ts';
import { locate, type Located } from '../lookup.ts';
import { standingOn } from '../standing.ts';
import { draftLetter, type Drafted, type Letter } from './draft.ts';

interface ToHolders<K extends LetterKind> {
  readonly kind: K;
  /** Id of the change that it tells of. */
  readonly link: string;
  /** Whether a letter with this link tells of the same. */
  readonly alike: (before: StoredNotice) => boolean;
  readonly particulars: (holder: Held) => NonNullable<Letter<K>['particulars']>;
}

export interface ToldHolders {
  readonly acts: NewAct[];
  readonly notices: Drafted['notice'][];
  /** Every body that holds it, told now or before. */
  readonly holders: readonly Held[];
}

/**
 * Letters on what the originator changed, to all who were given the material or what is made of it, as far as this officer can see (Art. 9(5); R9.6). Each
 * lies where what it is about lies, so it tells its readers of nothing else. What was drafted before is not drafted again.
 */
export function lettersToHolders<K extends LetterKind>(at: Located, { kind, link, alike, particulars }: ToHolders<K>, context: Context): ToldHolders {
  const { vault, clock } = context;
  const { bodies } = standingOn(vault.registry, today(clock));
  const derived = derivatives(at.row.id, linksOfType(vault, 'derivedFrom'));
  const places = new Map([at, ...[...derived].flatMap((one) => locate(vault, one) ?? [])].map((place) => [place.row.id, place]));
  const transfers = [...places.values()].flatMap(({ db, row }) => transfersOf(db, row.id)
    .map(({ recipient, packageNumber, at: sent }) => ({ materialId: row.id, recipient, number: packageNumber, date: dateOf(sent) })));
  const holders = pastRecipients(at.row.id, derived, transfers, successionLine(at.row.originator, bodies));
  const drafted = holders.flatMap((holder) => {
    const place = places.get(holder.materialId);
    const numbers = holder.given.map(({ number }) => number);
    const isTold = (before: StoredNotice) => before.link === link && before.kind === kind && alike(before) && before.lines.some(({ ourNumber }) => numbers.includes(ourNumber));
    if (place === undefined || noticesAbout(place.db, holder.materialId).some(isTold)) return [];
    return [draftLetter<K>({
      kind, to: holder.recipient, holding: place.holding, degree: place.row.degree, link,
      lines: holder.given.map(({ number, date }) => ({ materialId: holder.materialId, ownReference: '', ownDate: null, ourNumber: number, ourDate: date })),
      particulars: particulars(holder),
    }, context)];
  });
  return { acts: drafted.map(({ act }) => act), notices: drafted.map(({ notice }) => notice), holders };
}
