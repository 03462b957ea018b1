import { issueRefusals, signingRefusals, type Issuing } from '#app/access/issue.ts';
import { isContentRole } from '#app/access/roles.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Context, Handler } from '../../context.ts';
import { today } from '../../clock.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { deputiesOf, grantsOf } from '../../vault/queries/access.ts';
import { officersOf } from '../../vault/queries/officers.ts';
import { rekeyInBackground } from './rekey.ts';
import { standingOn } from '../standing.ts';

function signing({ vault, clock }: Context): Pick<Issuing, 'signer' | 'deputies' | 'date'> {
  return { signer: vault.identity.officer, deputies: deputiesOf(vault.registry), date: today(clock) };
}

const activeOfficer = ({ vault }: Context, officerId: string) => found(officersOf(vault.registry).find(({ id, state }) => id === officerId && state === 'active'), 'officer.notFound');

/** Access by a certificate of clearance and a written decision of the director or the person replacing him (Art. 10, R10.1). */
export const issue: Handler<'access.issue'> = ({ officerId, ...grant }, context) => {
  const { vault } = context;
  const authority = signing(context);
  // Who signs comes first: to anybody else nothing is said of an official.
  if (!isContentRole(authority.signer.role)) no('grant.notEntitled');
  refuseIfAny(signingRefusals(authority, officerId));
  const official = activeOfficer(context, officerId);
  const codes = new Set(standingOn(vault.registry, today(context.clock)).bodies.map(({ code }) => code));
  refuseIfAny(issueRefusals({ officer: officerId, ...grant }, { ...authority, official, bodies: codes }));
  const grantId = vault.issueGrant({ officer: officerId, ...grant });
  rekeyInBackground(context);
  return { grantId };
};

/** Takes access back at once; what it opened is encrypted anew in the background. */
export const revoke: Handler<'access.revoke'> = ({ grantId, reason, document }, context) => {
  const { vault, clock } = context;
  const standing = grantsOf(vault.registry).find(({ id }) => id === grantId);
  refuseIfAny(signingRefusals(signing(context), standing?.officer ?? ''));
  const grant = found(standing, 'grant.notFound');
  refuseIfAny([
    ...(grant.revoked ? [refuse('grant.alreadyRevoked')] : []),
    ...(document.date > today(clock) ? [refuse('date.inFuture', { date: document.date })] : []),
  ]);
  vault.revokeGrant(grantId, { reason, document });
  rekeyInBackground(context);
  return {};
};

/** The person replacing the director for a period (R10.1): one who may be granted content himself. */
export const recordDeputy: Handler<'access.recordDeputy'> = ({ officerId, from, to, document }, context) => {
  const official = activeOfficer(context, officerId);
  refuseIfAny([
    ...(official.role === 'director' || !isContentRole(official.role) ? [refuse('deputy.unfit', { role: official.role })] : []),
    ...(to < from || to < today(context.clock) ? [refuse('grant.periodEmpty', { from, to })] : []),
    ...(document.date > today(context.clock) ? [refuse('date.inFuture', { date: document.date })] : []),
  ]);
  return { deputyId: context.vault.recordDeputy({ officer: officerId, from, to, document }) };
};

export const endDeputy: Handler<'access.endDeputy'> = ({ deputyId, reason }, { vault }) => {
  found(deputiesOf(vault.registry).find(({ id, ended }) => id === deputyId && !ended), 'deputy.notFound');
  vault.endDeputy(deputyId, reason);
  return {};
};
