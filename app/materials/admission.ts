import { findBody, isListed } from '#app/agreement/bodies.ts';
import type { Body } from '#app/agreement/bodies.ts';
import type { PartyStatusName } from '#app/agreement/party.ts';
import type { StateCode } from '#app/agreement/states.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';

export interface AdmissionInput {
  /** Code of the sender; one that is on no list is "received, not admitted" (R3.3). */
  readonly body: string;
  readonly bodies: readonly Body[];
  /** Status of each State on `date`; a State that is not named here has none. */
  readonly statuses: Readonly<Partial<Record<StateCode, PartyStatusName>>>;
  /** Civil date of the sender's dispatch. */
  readonly date: string;
}

export type Admission = { readonly admitted: true } | { readonly admitted: false; readonly reasons: readonly Refusal[] };

/** Why a State's status does not let material pass, in or out (R23.2, R22.2); empty when it does. */
export function partyRefusals(state: StateCode, status: PartyStatusName | undefined): readonly Refusal[] {
  const supplier = { kind: 'depositary' } as const;
  switch (status) {
    case 'inForce':
    case 'acceded':
    case 'withdrawing':
      return [];
    case 'withdrawn':
      return [refuse('party.withdrawn', { state })];
    case 'none':
    case 'signed':
    case 'notified':
      return [refuse('party.notInForce', { state, status }, { missing: 'depositaryNotice', supplier })];
    default:
      return [refuse('party.statusUnknown', { state }, { missing: 'depositaryNotice', supplier })];
  }
}

/**
 * Whether a received material may be used. It is registered either way: "received, not admitted to use" with a
 * letter to the competent body is what the answer no means (R3.3).
 */
export function admission({ body: code, bodies, statuses, date }: AdmissionInput): Admission {
  const body = findBody(code, bodies);
  if (body === null) {
    return { admitted: false, reasons: [refuse('body.unknown', { body: code }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } })] };
  }
  const reasons: Refusal[] = [];
  // Only authorised bodies and the Centre exchange (Art. 4); an observer or a competent body sends letters, not materials.
  if (body.kind !== 'authorised' || body.state === null || body.state === 'CENTRE') {
    reasons.push(refuse('body.notASource', { body: code }));
  } else {
    reasons.push(...partyRefusals(body.state, statuses[body.state]));
  }
  if (!isListed(body, date)) {
    const supplier = body.state === null ? { kind: 'competentBody' as const } : { kind: 'competentBody' as const, code: body.state };
    reasons.push(refuse('body.notListed', { body: code, date }, { missing: 'notificationLetter', supplier }));
  }
  return reasons.length === 0 ? { admitted: true } : { admitted: false, reasons };
}
