import { daysBetween } from '#app/agreement/civilDate.ts';
import { inOffice, maySignGrant } from '#app/access/authority.ts';
import { degreeOf, grantState, lastDayOf } from '#app/access/grant.ts';
import { isContentRole } from '#app/access/roles.ts';
import type { Answer } from '#app/contract/index.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { deputiesOf, grantsOf, type StoredGrant } from '../../vault/queries/access.ts';
import { officersOf } from '../../vault/queries/officers.ts';

type Shown = Answer<'access.list'>['officials'][number]['grants'][number];

function shownGrant(grant: StoredGrant, date: string, nameOf: (id: string) => string): Shown {
  const { id, clearance, scope, from, to, document, at, signer, deputy, revocation } = grant;
  const last = lastDayOf(grant);
  return {
    id, clearance: { ...clearance }, scope: { bodies: scope.bodies === 'all' ? 'all' : [...scope.bodies], degree: scope.degree }, from, to, document: { ...document },
    degree: degreeOf(grant), state: grantState(grant, date), lastDay: last, daysLeft: daysBetween(date, last), issuedAt: at, issuedBy: nameOf(signer), byDeputy: deputy !== null,
    revoked: revocation === null ? null : { at: revocation.at, by: nameOf(revocation.by), reason: revocation.reason, document: { ...revocation.document } },
  };
}

/** Everybody's for those who sign or oversee grants, one's own for everybody else (Art. 10). */
const list: Handler<'access.list'> = (_, { vault, clock }) => {
  const { officer } = vault.identity;
  const date = today(clock);
  const all = officersOf(vault.registry);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const deputies = deputiesOf(vault.registry);
  const grants = grantsOf(vault.registry);
  const signs = maySignGrant(officer, deputies, date, '');
  const oversees = signs || officer.role === 'security' || officer.role === 'administrator';
  return {
    officials: all.filter(({ id }) => oversees || id === officer.id).map(({ since: _since, ...one }) => ({
      officer: one, grants: grants.filter((grant) => grant.officer === one.id).map((grant) => shownGrant(grant, date, nameOf)),
    })),
    deputies: deputies.filter((deputy) => oversees || deputy.officer === officer.id).map((deputy) => ({
      id: deputy.id, officer: nameOf(deputy.officer), officerId: deputy.officer, from: deputy.from, to: deputy.to, document: { ...deputy.document }, recordedAt: deputy.at,
      inOffice: inOffice(deputy, date), ended: deputy.ending === null ? null : { ...deputy.ending },
    })),
    signs,
    rekeying: isContentRole(officer.role) ? vault.rekeyDue().length : 0,
  };
};

export const accessViews = { 'access.list': list };
