import { covers, degreeOf, firstDayOf, lastDayOf } from '#app/access/grant.ts';
import { isContentRole } from '#app/access/roles.ts';
import type { HoldingKeyAct } from './key-book.ts';
import type { Roll } from './roll.ts';

/**
 * Whether somebody lost the key of a holding since it was made, by signed acts alone: a grant that covered it was revoked, an account was closed, a last day came, a recovery was
 * spent or replaced. The note of it in a table can be struck out by whoever has the registry's key; what is read here comes back at every opening, until a newer key was made.
 * `holds`: who is to hold the key today. `day`: civil date of today.
 */
export function keyWasLost({ members, grants, ends, recoveryEnded }: Roll, { seq, date }: HoldingKeyAct, name: string, day: string, holds: (holder: string) => boolean): boolean {
  if (recoveryEnded > seq) return true;
  return grants.some((grant) => {
    const member = members.get(grant.officer);
    if (member === undefined || !isContentRole(member.role) || holds(member.id) || !covers({ until: null, parts: [{ bodies: grant.scope.bodies, degree: degreeOf(grant) }] }, name)) return false;
    if (lastDayOf(grant) < date) return false;
    const end = [ends.get(grant.id), ends.get(member.id)].filter((one) => one !== undefined).toSorted((a, b) => a.seq - b.seq)[0];
    return end === undefined ? lastDayOf(grant) < day : end.seq > seq && firstDayOf(grant) <= end.date;
  });
}
