import { compareDates, isCivilDate } from '#app/agreement/civilDate.ts';
import type { Body } from '#app/agreement/bodies.ts';
import type { RefusalCode } from '#app/contract/refusals.ts';
import { samePurpose } from './purpose.ts';

export type ConsentScope =
  /** Authorised bodies by code. */
  | { readonly kind: 'body'; readonly codes: readonly string[] }
  /** Every authorised body of the States by code. */
  | { readonly kind: 'state'; readonly codes: readonly string[] }
  /** Observers and third parties by code: a consent to a body is none to them (Art. 12). */
  | { readonly kind: 'observer'; readonly codes: readonly string[] }
  | { readonly kind: 'thirdParty'; readonly codes: readonly string[] };

/** A written consent of an originator, as recorded from its paper (Art. 8, fourth duty; Art. 12). */
export interface Consent {
  readonly id: string;
  readonly materialIds: readonly string[];
  /** Body that signed it. */
  readonly grantor: string;
  readonly scope: ConsentScope;
  readonly purpose: string;
  readonly number: string;
  readonly date: string;
  readonly signatory: string;
  readonly conditions: string;
  readonly conditionsMet: boolean;
  /** Civil dates; both days are included. Null: from its own date, without term. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Civil date of the revocation; from that day on it covers nothing. */
  readonly revokedAt: string | null;
  /** The carrier on which the consent itself is kept: without it it is not written. */
  readonly carrier: string;
}

export interface ConsentQuestion {
  readonly material: string;
  /** Holder of the originator's rights over the material. */
  readonly originator: string;
  readonly recipient: Body;
  /** Civil date of dispatch. */
  readonly date: string;
  /** For what it would be given; one that is not said yet contradicts no consent. */
  readonly purpose: string;
  /** Ids of consents of which somebody entitled has confirmed that their purpose, in other words, covers this one. */
  readonly confirmedPurposes: readonly string[];
}

export type ConsentReason = Extract<RefusalCode, `consent.${string}`>;
export type ConsentAnswer = { readonly covers: true } | { readonly covers: false; readonly reason: ConsentReason };

function scopeCovers(scope: ConsentScope, { code, kind, state }: Body): boolean {
  switch (scope.kind) {
    case 'body':
      return kind === 'authorised' && scope.codes.includes(code);
    case 'state':
      return kind === 'authorised' && state !== null && scope.codes.includes(state);
    case 'observer':
      return kind === 'observer' && scope.codes.includes(code);
    case 'thirdParty':
      return kind === 'thirdParty' && scope.codes.includes(code);
    default:
      // A scope of a kind that nobody has thought of covers nobody.
      return false;
  }
}

function written({ number, date, signatory, carrier }: Consent): boolean {
  return isCivilDate(date) && [number, signatory, carrier].every((text) => text.trim() !== '');
}

/** A term that cannot be read is over; one that is absent is not. */
function after(date: string, term: string | null): boolean {
  return term !== null && (!isCivilDate(term) || compareDates(date, term) > 0);
}
function before(date: string, start: string | null): boolean {
  return start !== null && (!isCivilDate(start) || compareDates(date, start) < 0);
}

type Test = (consent: Consent, question: ConsentQuestion) => boolean;

/** In the order in which an officer would look: what it is about, whose it is, whom it names, whether it holds today, and last what a confirmation can settle. */
export const consentTests: readonly (readonly [ConsentReason, Test])[] = [
  ['consent.otherMaterial', (consent, { material }) => consent.materialIds.includes(material)],
  // The originator itself: not its competent body, and not another body of its State (R8.4).
  ['consent.notOriginators', (consent, { originator }) => consent.grantor === originator],
  ['consent.emptyScope', ({ scope }) => scope.codes.length > 0],
  ['consent.otherRecipient', ({ scope }, { recipient }) => scopeCovers(scope, recipient)],
  ['consent.notWritten', (consent) => written(consent)],
  ['consent.afterDispatch', (consent, { date }) => isCivilDate(date) && !before(date, consent.date)],
  ['consent.notYetValid', (consent, { date }) => !before(date, consent.validFrom)],
  ['consent.expired', (consent, { date }) => !after(date, consent.validTo)],
  ['consent.revoked', ({ revokedAt }, { date }) => revokedAt === null || (isCivilDate(revokedAt) && compareDates(date, revokedAt) < 0)],
  ['consent.conditionsOpen', (consent) => consent.conditions.trim() === '' || consent.conditionsMet],
  // A consent is given for a purpose (Art. 8): what it was given for "verification" is not given for the press.
  ['consent.purposeDiffers', (consent, { purpose, confirmedPurposes }) => purpose.trim() === '' || samePurpose(consent.purpose, purpose) || confirmedPurposes.includes(consent.id)],
];

/** How many of the tests a consent passes before the first it fails; the number of tests when it covers. */
export function consentDepth(consent: Consent, question: ConsentQuestion): number {
  const failed = consentTests.findIndex(([, test]) => !test(consent, question));
  return failed === -1 ? consentTests.length : failed;
}

/** Whether this consent covers this material for this recipient on this day (R8.4 to R8.6); the day of `validTo` is included. */
export function consentCovers(consent: Consent, question: ConsentQuestion): ConsentAnswer {
  const failed = consentTests[consentDepth(consent, question)];
  return failed === undefined ? { covers: true } : { covers: false, reason: failed[0] };
}
