import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { addDays, compareDates, isCivilDate } from './civilDate.ts';
import { isBelow } from './grif.ts';
import type { Degree } from './grif.ts';
import type { StateCode } from './states.ts';

export type BodyKind = 'competent' | 'authorised' | 'observer' | 'thirdParty' | 'centre';

/** A channel of exchange agreed with a body, and the highest degree it may carry (Art. 10(3)). */
export interface Channel {
  readonly name: string;
  readonly highest: Degree;
  /** Number and date of the agreement on the channel. */
  readonly reference: string;
}

/** A body as notified to the Centre in writing (Art. 3). */
export interface Body {
  readonly code: string;
  /** Null for an observer or a third party that belongs to none of the seven. */
  readonly state: StateCode | 'CENTRE' | null;
  readonly kind: BodyKind;
  readonly names: { readonly ru: string; readonly kk: string; readonly en: string };
  readonly listedFrom: string;
  /** Last day on the list; null while it lasts. */
  readonly listedTo: string | null;
  readonly notifyingLetter: { readonly number: string; readonly date: string; readonly channel: string };
  readonly channels: readonly Channel[];
  /** Body to which its rights passed by a written notice (R3.4); absent or null while there is none. */
  readonly successor?: string | null;
}

/** The version of a body that holds on a date, of all that were recorded, oldest first: the last of those whose listing has begun, or the last when none has. */
function listingOn<B extends Body>(versions: readonly [B, ...B[]], date: string): B {
  return versions.findLast(({ listedFrom }) => compareDates(listedFrom, date) <= 0) ?? versions.at(-1) ?? versions[0];
}

/**
 * A body as it stands on a civil date (Art. 3): listed as its notifications said of that day, so that a listing recorded later takes away no earlier one; named and
 * reached as was recorded last. Rights have passed to a successor from the date of the written notice on (R3.4). Undefined when no version was given.
 */
export function bodyOn<B extends Body>(versions: readonly B[], date: string): B | undefined {
  const [first, ...more] = versions;
  if (first === undefined) return undefined;
  const { kind, state, listedFrom, listedTo, notifyingLetter } = listingOn([first, ...more], date);
  const last = versions.at(-1) ?? first;
  const heir = versions.findLast((one) => (one.successor ?? null) !== null && compareDates(one.notifyingLetter.date, date) <= 0);
  // A later version may also take a successor back that was named by mistake.
  const successor = last.successor == null ? null : (heir?.successor ?? null);
  return { ...last, kind, state, listedFrom, listedTo, notifyingLetter, successor };
}

/** The periods of one body's listings as they follow from its versions, oldest first: each recording holds from its first day on (Art. 3). */
export function listingsOf<B extends Body>(versions: readonly B[]): readonly B[] {
  const periods: B[] = [];
  for (const version of versions) {
    while ((periods.at(-1)?.listedFrom ?? '') >= version.listedFrom) periods.pop();
    const before = periods.pop();
    const dayBefore = addDays(version.listedFrom, -1);
    if (before !== undefined) periods.push(before.listedTo !== null && compareDates(before.listedTo, dayBefore) <= 0 ? before : { ...before, listedTo: dayBefore });
    periods.push(version);
  }
  return periods;
}

export function findBody(code: string, bodies: readonly Body[]): Body | null {
  return bodies.find((one) => one.code === code) ?? null;
}

/** On the list on a civil date; both ends included. Dates that are not real list nobody. */
export function isListed(body: Body, date: string): boolean {
  if (!isCivilDate(body.listedFrom) || !isCivilDate(date)) return false;
  if (compareDates(body.listedFrom, date) > 0) return false;
  return body.listedTo === null || (isCivilDate(body.listedTo) && compareDates(date, body.listedTo) <= 0);
}

/** The one competent body of a State on a date; null when there is none, or more than one and so no answer (Art. 3). */
export function competentBodyOf(state: StateCode, bodies: readonly Body[], date: string): Body | null {
  const found = bodies.filter((one) => one.kind === 'competent' && one.state === state && isListed(one, date));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Authorised bodies on the list on a date. */
export function authorisedBodies(bodies: readonly Body[], date: string): readonly Body[] {
  return bodies.filter((one) => one.kind === 'authorised' && isListed(one, date));
}

/** A body and its successors by written notice, in order (R3.4); a circle ends where it would begin again. */
export function successionLine(code: string, bodies: readonly Body[]): readonly string[] {
  const line = [code];
  for (let next = findBody(code, bodies)?.successor ?? null; next !== null && !line.includes(next); ) {
    line.push(next);
    next = findBody(next, bodies)?.successor ?? null;
  }
  return line;
}

/** Who holds the originator's rights today: the body itself, or its last successor. */
export function rightsHolder(code: string, bodies: readonly Body[]): string {
  return successionLine(code, bodies).at(-1) ?? code;
}

/** Rights pass to a successor on a written notice only (R3.4): the letter that was recorded before cannot be it. */
export function namesHeirUnasked({ successor = null, notifyingLetter: letter }: Body, before: Body | undefined): boolean {
  if (successor === null || before === undefined || before.successor === successor) return false;
  return before.notifyingLetter.number === letter.number && before.notifyingLetter.date === letter.date;
}

/** Where a notice for a body goes: to it, to its successor, or to its State's competent body (R9.6). Null when nobody is left. */
export function addresseeFor(code: string, bodies: readonly Body[], date: string): Body | null {
  const body = findBody(code, bodies);
  if (body === null) return null;
  if (isListed(body, date)) return body;
  const heir = findBody(rightsHolder(code, bodies), bodies);
  if (heir !== null && isListed(heir, date)) return heir;
  return body.state === null || body.state === 'CENTRE' ? null : competentBodyOf(body.state, bodies, date);
}

/** The body's channel of that name, if it was agreed in writing. */
export function agreedChannel(body: Body, name: string): Channel | null {
  return body.channels.find((one) => one.name === name && one.reference.trim() !== '') ?? null;
}

export function channelCarries(channel: Channel, degree: Degree): boolean {
  return !isBelow(channel.highest, degree);
}

/** Two periods of listing have a day in common. */
function overlap(a: Body, b: Body): boolean {
  const [first, second] = compareDates(a.listedFrom, b.listedFrom) <= 0 ? [a, b] : [b, a];
  return first.listedTo === null || compareDates(second.listedFrom, first.listedTo) <= 0;
}

/** Rights pass to another body of the same State (R3.4); one not recorded yet is known by its code alone. */
function mayInherit({ code, state, successor }: Body, others: readonly Body[]): boolean {
  if (successor === undefined || successor === null) return true;
  if (successor === code) return false;
  const heir = findBody(successor, others);
  return heir === null ? state === null || successor.startsWith(`${state}-`) : heir.state === state;
}

/** Whether a body may be recorded beside the others; all that is wrong at once. */
export function checkBody(body: Body, others: readonly Body[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const { code, state, kind, listedFrom, listedTo, notifyingLetter: letter } = body;
  const dated = isCivilDate(listedFrom) && (listedTo === null || isCivilDate(listedTo));
  if (!dated) refusals.push(refuse('date.invalid', { date: isCivilDate(listedFrom) ? (listedTo ?? '') : listedFrom }));
  else if (listedTo !== null && compareDates(listedTo, listedFrom) < 0) {
    refusals.push(refuse('body.listingEndsBeforeStart', { from: listedFrom, to: listedTo }));
  }
  if (letter.number.trim() === '' || !isCivilDate(letter.date)) {
    refusals.push(refuse('body.letterMissing', { body: code }, { missing: 'notificationLetter', supplier: { kind: 'body', code } }));
  }
  const ofState = kind === 'competent' || kind === 'authorised';
  const fits = kind === 'centre' ? state === 'CENTRE' : ofState ? state !== null && code.startsWith(`${state}-`) : state !== 'CENTRE';
  if (!fits || !mayInherit(body, others)) refusals.push(refuse('body.stateMismatch', { body: code, state: state ?? '' }));
  const rivals = dated && kind === 'competent'
    ? others.filter((one) => one.code !== code && one.kind === 'competent' && one.state === state && overlap(one, body))
    : [];
  for (const rival of rivals) refusals.push(refuse('body.competentExists', { state: state ?? '', body: rival.code }));
  return refusals;
}
