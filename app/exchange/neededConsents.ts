import { authorisedBodies, findBody } from '#app/agreement/bodies.ts';
import { mayExchange } from '#app/agreement/party.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { consentDepth, consentTests } from './consent.ts';
import type { Consent } from './consent.ts';
import { confirmedByDirector, confirmedPurposes, type Relation } from './relation.ts';

export interface NeededConsent {
  readonly grantor: string;
  /** Why it is needed: Art. 8, the house rule within one State, or "all authorised bodies" of Art. 12. */
  readonly ground: 'otherState' | 'sameState' | 'observer' | 'allBodies';
}

/** Every authorised body on the list of every State in force, and those that contributed even if they left (R12.7, R22.2). */
function everyBody({ input, holders }: Relation): readonly string[] {
  const listed = authorisedBodies(input.bodies, input.date).filter((body) => {
    if (body.state === null || body.state === 'CENTRE') return false;
    const status = input.statuses[body.state];
    return status !== undefined && mayExchange(status);
  });
  return [...new Set([...listed.map((body) => body.code), ...holders])].toSorted();
}

/** Whose written consent this transfer needs (rows T1, T2, T3 and T5; the others refuse whatever is consented to). */
export function neededConsents(relation: Relation): readonly NeededConsent[] {
  const { input, row, recipient, holders, joint } = relation;
  if (row === 'T4' || row === 'T6' || recipient === null) return [];
  if (row === 'T5') {
    if (!joint) return holders.map((grantor) => ({ grantor, ground: 'observer' }));
    const grantors = input.settings.jointConsentScope === 'contributors' ? holders : everyBody(relation);
    return grantors.map((grantor) => ({ grantor, ground: 'allBodies' }));
  }
  const needed: NeededConsent[] = [];
  for (const grantor of holders) {
    // Back to the one who gave it: his own part needs nobody's consent (R8.5).
    if (grantor === recipient.code) continue;
    const sameState = findBody(grantor, input.bodies)?.state === recipient.state;
    if (sameState && !input.settings.requireConsentWithinState) continue;
    needed.push({ grantor, ground: sameState ? 'sameState' : 'otherState' });
  }
  return needed;
}

export type ConsentFinding =
  | { readonly found: true; readonly consent: Consent }
  | { readonly found: false; readonly refusal: Refusal };

/** A code that says what is wrong with the consent that came nearest to covering; `consent.missing...` when none came near. */
function shortfall(needed: NeededConsent, nearest: number): Refusal['code'] {
  // Material and grantor must fit before a paper is "this consent, but"; of one that misses those the officer learns nothing.
  const reason = nearest >= 2 ? consentTests[nearest]?.[0] : undefined;
  if (reason !== undefined) return reason;
  return needed.ground === 'sameState' ? 'consent.missingWithinState' : 'consent.missing';
}

/**
 * Whether this officer may be told whose consent it is. With all bodies asked, naming a listed one tells nothing of who contributed; naming one off
 * the list would.
 */
export function mayBeNamed({ grantor, ground }: NeededConsent, { input }: Relation): boolean {
  const listed = ground === 'allBodies' && input.settings.jointConsentScope === 'all' && authorisedBodies(input.bodies, input.date).some((one) => one.code === grantor);
  return listed || input.visibleBodies.includes(grantor);
}

/** The covering consent of one grantor, the first by id if there are several; else why there is none. */
export function findConsent(needed: NeededConsent, relation: Relation): ConsentFinding {
  const { input, recipient } = relation;
  const { grantor, ground } = needed;
  let nearest = -1;
  let paper: Consent | undefined;
  if (recipient !== null) {
    const question = { material: input.material.id, originator: grantor, recipient, date: input.date, purpose: input.purpose, confirmedPurposes: confirmedPurposes(relation) };
    const line = relation.lines.get(grantor);
    for (const consent of input.consents.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      // A predecessor's consent passed on with its rights (R3.4).
      const depth = consentDepth(line?.has(consent.grantor) === true ? { ...consent, grantor } : consent, question);
      if (depth === consentTests.length) return { found: true, consent };
      if (depth > nearest) [nearest, paper] = [depth, consent];
    }
  }
  if (!mayBeNamed(needed, relation)) {
    return { found: false, refusal: refuse('consent.missingHidden', { recipient: input.recipient }, { missing: 'writtenConsent', supplier: { kind: 'director' } }) };
  }
  const code = ground === 'allBodies' && consentTests[nearest]?.[0] !== 'consent.purposeDiffers' ? 'consent.missingOfAll' : shortfall(needed, nearest);
  const params = {
    body: grantor, recipient: input.recipient, date: input.date,
    ...(code === 'consent.purposeDiffers' && paper !== undefined ? { paper: paper.id, number: paper.number, purpose: paper.purpose } : {}),
  };
  // What was written in other words can be confirmed as the same by whoever decides here (R8.8).
  if (code === 'consent.purposeDiffers') return { found: false, refusal: refuse(code, params, { missing: 'writtenConsent', supplier: { kind: confirmedByDirector(relation) ? 'director' : 'officer' } }) };
  return { found: false, refusal: refuse(code, params, { missing: 'writtenConsent', supplier: { kind: 'body', code: grantor } }) };
}
