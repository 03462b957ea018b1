import { isContentRole, type Role } from './roles.ts';

/** The person replacing the director for a period, by an order of the director (Art. 10). Both days included. */
export interface Deputy {
  readonly id: string;
  readonly officer: string;
  readonly from: string;
  readonly to: string;
  readonly ended: boolean;
}

export interface Signer {
  readonly id: string;
  readonly role: Role;
}

export const inOffice = ({ from, to, ended }: Deputy, date: string): boolean => !ended && date >= from && date <= to;

/** The record by which an official replaces the director on the date. A deputy must hold a role of content himself. */
export function deputyOf(signer: Signer, deputies: readonly Deputy[], date: string): Deputy | undefined {
  if (!isContentRole(signer.role)) return undefined;
  return deputies.find((deputy) => deputy.officer === signer.id && inOffice(deputy, date));
}

/**
 * Who may sign a grant, or its revocation, for an official on a date: the director, or the person replacing him while he
 * does, and that person never for himself (Art. 10).
 */
export function maySignGrant(signer: Signer, deputies: readonly Deputy[], date: string, official: string): boolean {
  if (signer.role === 'director') return true;
  return official !== signer.id && deputyOf(signer, deputies, date) !== undefined;
}
