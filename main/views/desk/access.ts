import { daysBetween } from '#app/agreement/civilDate.ts';
import { maySignGrant } from '#app/access/authority.ts';
import { accessEnds, warningDays } from '#app/access/grant.ts';
import { isContentRole } from '#app/access/roles.ts';
import type { Answer } from '#app/contract/index.ts';
import { today } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { deputiesOf, grantsOf } from '../../vault/queries/access.ts';
import { officersOf } from '../../vault/queries/officers.ts';

/** Access that ends soon or has ended: one's own, and everybody's for the director and the person replacing him (R10.2). */
export function endingAccess({ vault, clock }: Context): Answer<'desk.summary'>['access'] {
  const { officer } = vault.identity;
  const date = today(clock);
  const signs = maySignGrant(officer, deputiesOf(vault.registry), date, '');
  const grants = grantsOf(vault.registry);
  return officersOf(vault.registry)
    .filter(({ id, role, state }) => state === 'active' && isContentRole(role) && (signs || id === officer.id))
    .flatMap(({ id, name }) => {
      const lastDay = accessEnds(grants.filter((grant) => grant.officer === id));
      const daysLeft = lastDay === null ? null : daysBetween(date, lastDay);
      return lastDay === null || daysLeft === null || daysLeft > warningDays ? [] : [{ officerId: id, name, own: id === officer.id, lastDay, daysLeft }];
    })
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
}
