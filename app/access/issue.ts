import { refuse, type Refusal } from '../contract/refusals.ts';
import { maySignGrant, type Deputy, type Signer } from './authority.ts';
import { lastDayOf, type Grant } from './grant.ts';
import { isContentRole, type Role } from './roles.ts';

/** An active official of the Centre. */
export interface Official {
  readonly id: string;
  readonly role: Role;
}

export interface Issuing {
  readonly signer: Signer;
  readonly official: Official;
  readonly deputies: readonly Deputy[];
  /** Codes of the bodies on record. */
  readonly bodies: ReadonlySet<string>;
  /** Civil date of the issue. */
  readonly date: string;
}

/** Every reason against signing for this official; empty when the signer is the director or his deputy in office (Art. 10). */
export function signingRefusals({ signer, deputies, date }: Pick<Issuing, 'signer' | 'deputies' | 'date'>, official: string): readonly Refusal[] {
  if (maySignGrant(signer, deputies, date, official)) return [];
  return maySignGrant(signer, deputies, date, '') ? [refuse('grant.own')] : [refuse('grant.notEntitled', {}, { missing: 'deputyOrder', supplier: { kind: 'director' } })];
}

/** All reasons against a grant together; empty when it may be issued. */
export function issueRefusals(grant: Omit<Grant, 'id' | 'revoked'>, issuing: Issuing): readonly Refusal[] {
  const { clearance, scope, from, to, document } = grant;
  const { official, bodies, date } = issuing;
  const unknown = scope.bodies === 'all' ? [] : scope.bodies.filter((body) => !bodies.has(body));
  const last = lastDayOf({ ...grant, id: '', revoked: false });
  return [
    ...signingRefusals(issuing, official.id),
    ...(isContentRole(official.role) ? [] : [refuse('grant.noContentRole', { role: official.role })]),
    ...(to < from ? [refuse('grant.periodEmpty', { from, to })] : []),
    ...(clearance.to < clearance.from ? [refuse('grant.periodEmpty', { from: clearance.from, to: clearance.to })] : []),
    ...(clearance.to < date ? [refuse('clearance.expired', { date: clearance.to }, certificate)] : []),
    ...(to >= from && last < date && clearance.to >= date ? [refuse('grant.periodEmpty', { from, to })] : []),
    ...(document.date > date ? [refuse('date.inFuture', { date: document.date })] : []),
    ...unknown.map((body) => refuse('body.unknown', { body })),
  ];
}

const certificate = { missing: 'clearanceCertificate', supplier: { kind: 'body' } } as const;
