import { compareDates, isCivilDate } from '#app/agreement/civilDate.ts';
import { findBody, rightsHolder } from '#app/agreement/bodies.ts';
import type { Body } from '#app/agreement/bodies.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import type { Consent } from './consent.ts';

/**
 * Whether a paper may be recorded as a consent; all that is wrong at once. `originators` are the bodies with rights over
 * the materials it names; for a transfer to observers any authorised body may be asked (Art. 12), so there anyone may grant.
 */
export function checkConsentRecord(
  consent: Omit<Consent, 'id' | 'revokedAt'>,
  { originators, bodies, today }: { readonly originators: readonly string[]; readonly bodies: readonly Body[]; readonly today: string },
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const { grantor, scope, number, date, signatory, carrier, validFrom, validTo } = consent;
  if (findBody(grantor, bodies) === null) refusals.push(refuse('body.unknown', { body: grantor }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } }));
  const outside = scope.kind === 'observer' || scope.kind === 'thirdParty';
  if (!outside && !originators.some((code) => rightsHolder(code, bodies) === grantor)) {
    refusals.push(refuse('consent.notOriginators', { body: grantor }, { missing: 'writtenConsent', supplier: { kind: 'body' } }));
  }
  if (scope.codes.length === 0) refusals.push(refuse('consent.emptyScope', { body: grantor }));
  if (consent.materialIds.length === 0) refusals.push(refuse('consent.otherMaterial', { body: grantor }));
  if ([number, signatory, carrier].some((text) => text.trim() === '')) {
    refusals.push(refuse('consent.notWritten', { body: grantor }, { missing: 'writtenConsent', supplier: { kind: 'body', code: grantor } }));
  }
  const dates = [date, ...[validFrom, validTo].filter((one) => one !== null)];
  for (const one of dates) if (!isCivilDate(one)) refusals.push(refuse('date.invalid', { date: one }));
  if (isCivilDate(date) && compareDates(date, today) > 0) refusals.push(refuse('date.inFuture', { date, today }));
  const start = validFrom ?? date;
  if (validTo !== null && isCivilDate(validTo) && isCivilDate(start) && compareDates(validTo, start) < 0) {
    refusals.push(refuse('date.order', { earlier: start, later: validTo }));
  }
  return refusals;
}
