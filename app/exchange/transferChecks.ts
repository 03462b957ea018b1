import { agreedChannel, channelCarries, findBody, isListed } from '#app/agreement/bodies.ts';
import { isCivilDate } from '#app/agreement/civilDate.ts';
import { isBelow, isDegree } from '#app/agreement/grif.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { partyRefusals } from '#app/materials/admission.ts';
import { answerRefusals } from './answer.ts';
import { approvalFault } from './approval.ts';
import { findConsent, neededConsents } from './neededConsents.ts';
import { confirmedByDirector, confirmedPurposes, type Relation } from './relation.ts';
import { isOwn, restrictionHolds, restrictionRefusal, type Restriction } from './restriction.ts';

/** One check of a transfer; empty when it has nothing against it. */
export type TransferCheck = (relation: Relation) => readonly Refusal[];

function checkDate({ input }: Relation): readonly Refusal[] {
  return isCivilDate(input.date) ? [] : [refuse('date.invalid', { date: input.date })];
}

/** Somebody must have given the material; a record that names nobody, or a body of no directory, has nobody to consent. */
function checkOrigin({ input, holders }: Relation): readonly Refusal[] {
  const known = holders.length > 0 && holders.every((code) => findBody(code, input.bodies) !== null);
  return known ? [] : [refuse('material.originatorUnknown')];
}

/** T6: on no list, or on one that gives no right to receive (Art. 3, 8). */
function checkRecipient({ input, recipient }: Relation): readonly Refusal[] {
  if (recipient === null) {
    return [refuse('body.unknown', { body: input.recipient }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } })];
  }
  const { code, state, kind } = recipient;
  const refusals: Refusal[] = [];
  if (kind === 'competent' || kind === 'centre' || (kind === 'authorised' && (state === null || state === 'CENTRE'))) {
    refusals.push(refuse('body.notARecipient', { body: code }));
  }
  if (!isListed(recipient, input.date)) {
    const supplier = state === null ? { kind: 'competentBody' as const } : { kind: 'competentBody' as const, code: state };
    refusals.push(refuse('body.notListed', { body: code, date: input.date }, { missing: 'notificationLetter', supplier }));
  }
  return refusals;
}

/** T4: the recipient's State must be bound on the day of dispatch (R23.2). */
function checkParty({ input, recipient }: Relation): readonly Refusal[] {
  if (recipient === null || recipient.state === null || recipient.state === 'CENTRE') return [];
  if (recipient.kind === 'observer' || recipient.kind === 'thirdParty') return [];
  return partyRefusals(recipient.state, input.statuses[recipient.state]);
}

/** T1 to T3 and T5: the written consents, of those whom the officer may not know in one neutral refusal. */
function checkConsents(relation: Relation): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const needed of neededConsents(relation)) {
    const finding = findConsent(needed, relation);
    if (finding.found) continue;
    const neutral = finding.refusal.code === 'consent.missingHidden';
    // Once, whatever their number: how many hidden contributors there are is itself a secret.
    if (!neutral || !refusals.some((one) => one.code === 'consent.missingHidden')) refusals.push(finding.refusal);
  }
  return refusals;
}

/** Information created in cooperation goes out by agreement with the Centre (Art. 5(2)); to an observer always by the Director (R12.8). */
function checkDirector(relation: Relation): readonly Refusal[] {
  const { input, row } = relation;
  if (!confirmedByDirector(relation)) return [];
  const fault = approvalFault(input.directorDecision, input);
  if (fault === null) return [];
  const extra = { missing: 'directorDecision', supplier: { kind: 'director' } } as const;
  const params = { recipient: input.recipient };
  if (fault === 'missing') return [refuse(row === 'T5' ? 'director.observerApprovalMissing' : 'director.decisionMissing', params, extra)];
  const { number = '', date = '' } = input.directorDecision ?? {};
  return [refuse(faultCodes[fault], { ...params, number, date }, extra)];
}

const faultCodes = { used: 'director.decisionUsed', expired: 'director.decisionExpired', purposeDiffers: 'director.decisionPurposeDiffers' } as const;

/** Restrictions on the material and on every source of it that bind this transfer (Art. 9(4); R9.5); the addressee's own do not bind it. */
export function restrictionsInForce({ input, recipient }: Relation): readonly Restriction[] {
  if (recipient === null) return [];
  const { material } = input;
  const ids = new Set([material.id, ...(material.origin.kind === 'single' ? [] : material.origin.contributors.flatMap((one) => one.materialIds))]);
  return input.restrictions.filter((one) => ids.has(one.materialId) && restrictionHolds(one, input.date) && !isOwn(one, recipient, input.bodies));
}

/** Evaluated anew at each transfer. */
function checkRestrictions(relation: Relation): readonly Refusal[] {
  const { input, recipient } = relation;
  if (recipient === null) return [];
  const transfer = { recipient, purpose: input.purpose, copy: input.copy, confirmedPurposes: confirmedPurposes(relation) };
  const refusals: Refusal[] = [];
  for (const restriction of restrictionsInForce(relation)) {
    const found = restrictionRefusal(restriction, transfer);
    if (found === null) continue;
    // What was written in other words can be confirmed as the same by whoever decides here (R8.8).
    const refusal = found.code === 'restriction.purposeDiffers' ? { ...found, supplier: { kind: confirmedByDirector(relation) ? 'director' as const : 'officer' as const } } : found;
    if (input.visibleBodies.includes(restriction.setBy)) refusals.push(refusal);
    else if (!refusals.some((one) => one.code === 'restriction.forbidsHidden')) {
      refusals.push(refuse('restriction.forbidsHidden', { recipient: input.recipient }, { missing: 'instruction', supplier: { kind: 'director' } }));
    }
  }
  return refusals;
}

/** The carrier bears a degree of Annex 1 that is not below any source (Art. 8, 9(2)). */
function checkGrif({ input }: Relation): readonly Refusal[] {
  const { degree, sourceDegrees } = input.material;
  if (!isDegree(degree) || sourceDegrees.length === 0 || !sourceDegrees.every(isDegree)) return [refuse('grif.unknown', { degree })];
  return sourceDegrees.some((source) => isDegree(source) && isBelow(degree, source)) ? [refuse('grif.belowSources', { degree })] : [];
}

/** A channel agreed with this body that protects the grif (Art. 10(3)). */
function checkChannel({ input, recipient }: Relation): readonly Refusal[] {
  if (recipient === null) return [];
  const channel = agreedChannel(recipient, input.channel);
  const extra = { missing: 'channelAgreement', supplier: { kind: 'body', code: recipient.code } } as const;
  if (channel === null) return [refuse('channel.notAgreed', { channel: input.channel, body: recipient.code }, extra)];
  const { degree } = input.material;
  if (isDegree(degree) && !channelCarries(channel, degree)) {
    return [refuse('channel.tooLow', { channel: channel.name, highest: channel.highest, degree }, extra)];
  }
  return [];
}

/** For one person by name: confirmed by his body, for this degree (Art. 12; R12.2). */
function checkClearance({ input }: Relation): readonly Refusal[] {
  if (input.addresseeClearance === undefined) return [];
  const extra = { missing: 'clearanceConfirmation', supplier: { kind: 'body', code: input.recipient } } as const;
  const { confirmed } = input.addresseeClearance;
  const { degree } = input.material;
  if (confirmed === null || !isDegree(confirmed)) return [refuse('clearance.addresseeMissing', { body: input.recipient }, extra)];
  if (isDegree(degree) && isBelow(confirmed, degree)) return [refuse('clearance.addresseeTooLow', { body: input.recipient, degree, confirmed }, extra)];
  return [];
}

/** What it answers, and what the recipient still owes (Art. 4, 12). */
function checkAnswer({ input }: Relation): readonly Refusal[] {
  const { recipient, date, answers, unjustified } = input;
  return answerRefusals({ recipient, date, personalData: input.material.personalData, answers, unjustified });
}

/** Use only for the tasks of the users (Art. 8; R8.8). */
function checkPurpose({ input }: Relation): readonly Refusal[] {
  return input.purpose.trim() === '' ? [refuse('purpose.missing', {}, { supplier: { kind: 'officer' } })] : [];
}

function checkAdmission({ input }: Relation): readonly Refusal[] {
  return input.material.admitted ? [] : [refuse('material.notAdmitted', {}, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } })];
}

function checkFrozen({ input }: Relation): readonly Refusal[] {
  const { frozenBy } = input.material;
  return frozenBy === null ? [] : [refuse('material.frozen', { incident: frozenBy }, { supplier: { kind: 'director' } })];
}

/** In the order in which refusals are shown. */
export const transferChecks: readonly { readonly article: string; readonly check: TransferCheck }[] = [
  { article: '23', check: checkDate },
  { article: '8', check: checkOrigin },
  { article: '3', check: checkRecipient },
  { article: '20', check: checkParty },
  { article: '8', check: checkConsents },
  { article: '5', check: checkDirector },
  { article: '9', check: checkRestrictions },
  { article: '9', check: checkGrif },
  { article: '10', check: checkChannel },
  { article: '12', check: checkClearance },
  { article: '12', check: checkAnswer },
  { article: '8', check: checkPurpose },
  { article: '3', check: checkAdmission },
  { article: '14', check: checkFrozen },
];
