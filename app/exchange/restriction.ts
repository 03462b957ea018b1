import type { Role } from '#app/access/roles.ts';
import { rightsHolder } from '#app/agreement/bodies.ts';
import { compareDates, isCivilDate } from '#app/agreement/civilDate.ts';
import type { Body } from '#app/agreement/bodies.ts';
import type { StateCode } from '#app/agreement/states.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { samePurpose } from './purpose.ts';

export type RestrictionRule =
  | { readonly kind: 'noTransfer' }
  | { readonly kind: 'notTo'; readonly bodies: readonly string[]; readonly states: readonly StateCode[] }
  | { readonly kind: 'onlyTo'; readonly bodies: readonly string[]; readonly states: readonly StateCode[] }
  | { readonly kind: 'purpose'; readonly text: string }
  | { readonly kind: 'noCopy' }
  | { readonly kind: 'noPrint' }
  | { readonly kind: 'noProduct' }
  /** Which roles of the Centre may read the content. */
  | { readonly kind: 'viewOnly'; readonly roles: readonly Role[] };

/** An additional restriction of the originator on use and transfer (Art. 9(4)). */
export interface Restriction {
  readonly id: string;
  readonly materialId: string;
  /** Body whose instruction it is: the originator. */
  readonly setBy: string;
  readonly instruction: { readonly number: string; readonly date: string };
  readonly rule: RestrictionRule;
  /** Civil dates, both days included. */
  readonly from: string;
  readonly to: string | null;
}

/** Whether a restriction may be recorded; all that is wrong at once. A restriction to or from nobody is a slip, never "all". */
export function checkRestriction(restriction: Omit<Restriction, 'id' | 'materialId' | 'setBy'>): readonly Refusal[] {
  const { rule, instruction, from, to } = restriction;
  const refusals: Refusal[] = [];
  if (instruction.number.trim() === '' || !isCivilDate(instruction.date)) {
    refusals.push(refuse('restriction.instructionMissing', {}, { missing: 'instruction', supplier: { kind: 'body' } }));
  }
  for (const date of [from, ...(to === null ? [] : [to])]) if (!isCivilDate(date)) refusals.push(refuse('date.invalid', { date }));
  if (to !== null && isCivilDate(from) && isCivilDate(to) && compareDates(to, from) < 0) {
    refusals.push(refuse('date.order', { earlier: from, later: to }));
  }
  if ((rule.kind === 'notTo' || rule.kind === 'onlyTo') && rule.bodies.length + rule.states.length === 0) {
    refusals.push(refuse('restriction.emptyAddressees', { rule: rule.kind }));
  }
  if (rule.kind === 'purpose' && rule.text.trim() === '') refusals.push(refuse('restriction.unreadable', { rule: rule.kind }));
  return refusals;
}

/** In force on a date. One whose dates cannot be read is in force: it was meant to restrict. */
export function restrictionHolds({ from, to }: Restriction, date: string): boolean {
  if (!isCivilDate(date)) return true;
  if (isCivilDate(from) && compareDates(date, from) < 0) return false;
  return !(to !== null && isCivilDate(to) && compareDates(date, to) > 0);
}

export interface RestrictedTransfer {
  readonly recipient: Body;
  readonly purpose: string;
  /** Whether the addressee gets a copy made by the Centre. */
  readonly copy: boolean;
  /** Ids of restrictions whose purpose has been confirmed as met. */
  readonly confirmedPurposes: readonly string[];
}

function names(rule: { readonly bodies: readonly string[]; readonly states: readonly StateCode[] }, { code, state }: Body): boolean {
  return rule.bodies.includes(code) || rule.states.some((one) => one === state);
}

/**
 * Whether a restriction says nothing against giving the material back to whoever set it (T1): the originator keeps its material
 * from others and from other uses, not from itself. That it be not copied it may mean of every copy, also of one for itself.
 */
export function isOwn(restriction: Restriction, recipient: Body, bodies: readonly Body[]): boolean {
  return restriction.rule.kind !== 'noCopy' && rightsHolder(restriction.setBy, bodies) === recipient.code;
}

/** Which refusal a restriction in force makes of a transfer; null when it lets it pass. */
export function restrictionRefusal(restriction: Restriction, transfer: RestrictedTransfer): Refusal | null {
  const { rule, instruction, setBy } = restriction;
  const params = { number: instruction.number, date: instruction.date, body: setBy, recipient: transfer.recipient.code, rule: rule.kind };
  const extra = { missing: 'instruction', supplier: { kind: 'body', code: setBy } } as const;
  const forbids = refuse('restriction.forbids', params, extra);
  switch (rule.kind) {
    case 'noTransfer':
      return forbids;
    case 'notTo':
    case 'onlyTo':
      if (rule.bodies.length + rule.states.length === 0) return refuse('restriction.emptyAddressees', params, extra);
      return names(rule, transfer.recipient) === (rule.kind === 'onlyTo') ? null : forbids;
    case 'purpose':
      if (transfer.confirmedPurposes.includes(restriction.id) || samePurpose(rule.text, transfer.purpose)) return null;
      return refuse('restriction.purposeDiffers', { ...params, paper: restriction.id, purpose: rule.text }, extra);
    case 'noCopy':
      return transfer.copy ? refuse('restriction.noCopy', params, extra) : null;
    // Of use in the Centre, and not of transfer: `use.ts`.
    case 'noPrint':
    case 'noProduct':
    case 'viewOnly':
      return null;
    default:
      // Written by a newer program or damaged: what cannot be read forbids.
      return refuse('restriction.unreadable', { ...params, rule: 'unknown' }, extra);
  }
}
