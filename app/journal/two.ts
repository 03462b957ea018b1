import type { Role } from '../access/roles.ts';
import type { ActBody } from './act.ts';

/** Those who answer for the vault and for information security (Art. 12): they make backups and may restore them. */
export const keepers: readonly Role[] = ['director', 'security', 'administrator'];

/** Of which roles the two officers of an act must be. */
export interface Pair {
  readonly first: readonly Role[];
  readonly second: readonly Role[];
}

/**
 * Kinds of act that stand only with two persons and both signatures (Art. 10, 12): one of them with one signature is no such act,
 * whoever shows it.
 */
export const kindsOfTwo: ReadonlyMap<string, Pair> = new Map([
  ['backup.restored', { first: keepers, second: keepers }],
  ['body.keysRecorded', { first: ['director', 'security'], second: ['director', 'registrar', 'security'] }],
  ['incident.closed', { first: ['director'], second: ['security', 'registrar'] }],
  ['recovery.arranged', { first: ['director'], second: ['security'] }],
]);

/** undefined for an act of one person. An attempt that was refused has not been proven by two. */
export const pairOf = ({ kind, result }: Pick<ActBody, 'kind' | 'result'>): Pair | undefined => (result === 'done' ? kindsOfTwo.get(kind) : undefined);
