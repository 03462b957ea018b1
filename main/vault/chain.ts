import { z } from 'zod';
import { deputyEnded, deputyRecorded, grantGiven, grantRevoked } from '#app/access/acts.ts';
import { maySignGrant, type Deputy } from '#app/access/authority.ts';
import { mayKeepAccountsOf, roles } from '#app/access/roles.ts';
import { recoveryId, recoveryOpened } from '#app/recovery/acts.ts';
import { mayRecoverySign, recoveryAfter, type RecoveryStanding } from '#app/recovery/standing.ts';
import type { ActBody, ActOutside } from '#app/journal/act.ts';
import { isCommon } from '#app/journal/common.ts';
import { openOf } from '#app/journal/kind.ts';
import { isCosigned, type Signatory } from './cosigned.ts';
import { hashOf, signedBytes } from './journal.ts';
import { unhex, verifyingKey, type CryptoProvider } from './suite.ts';

export type BreakReason = 'gap' | 'previous' | 'hash' | 'signature' | 'unknownOfficer' | 'disabledOfficer' | 'second' | 'notTheDirector' | 'malformed' | 'body';

/** The first place at which a journal is not what was written. */
export interface Break {
  readonly seq: number;
  readonly reason: BreakReason;
}

const enrolled = z.looseObject({ id: z.string(), role: z.enum(roles), signPublic: z.string().regex(/^[0-9a-f]{64}$/) });
const disabled = z.looseObject({ id: z.string() });

type Member = Signatory;

/** The recovery's key in the place of an officer's: with a director's authority, for as long as it may sign at all. */
const keyHolder = (recovery: RecoveryStanding | undefined): Member | undefined =>
  (recovery === undefined ? undefined : { role: 'director', key: verifyingKey(unhex(recovery.signPublic)), active: true });

export interface Chain {
  /** undefined when the act follows from all before it. `body`, checked against the digest by the caller, is needed of acts of common knowledge only. */
  next(act: ActOutside, body: ActBody | undefined): Break | undefined;
  /** Learns who was enrolled without checking: for a chain that does not begin at its first act. */
  learn(act: ActOutside & ActBody): void;
}

/**
 * Checks a journal with nothing but itself and no key of content: numbers, hashes, and each signature by the key under which its officer was
 * enrolled. The first act enrols the director by his own signature; after it only an active keeper of accounts enrols or
 * disables, and only the director or the person replacing him on that day grants or revokes access (Art. 10). An act of two persons bears both
 * signatures. The key of a recovery that two arranged signs once what follows from its opening.
 */
export function chainFrom(suite: CryptoProvider, before: { seq: number; hash: string }): Chain {
  const members = new Map<string, Member>();
  const deputies = new Map<string, Deputy>();
  let recovery: RecoveryStanding | undefined;
  let { seq, hash } = before;

  function learn(body: ActOutside & ActBody): void {
    recovery = recoveryAfter(recovery, body);
    if (body.result !== 'done') return;
    if (body.kind === 'officer.enrolled') {
      const open = enrolled.parse(body.open);
      members.set(open.id, { role: open.role, key: verifyingKey(unhex(open.signPublic)), active: true });
    } else if (body.kind === 'officer.disabled') {
      const member = members.get(disabled.parse(body.open).id);
      if (member !== undefined) members.set(disabled.parse(body.open).id, { ...member, active: false });
    }
    const recorded = openOf(deputyRecorded, body);
    if (recorded !== undefined) deputies.set(recorded.id, { id: recorded.id, officer: recorded.officer, from: recorded.from, to: recorded.to, ended: false });
    const deputy = deputies.get(openOf(deputyEnded, body)?.id ?? '');
    if (deputy !== undefined) deputies.set(deputy.id, { ...deputy, ended: true });
  }
  /** Whether an officer of this role may have done this at all. */
  function hasAuthority(act: ActOutside, body: ActBody | undefined, { role }: Member): boolean {
    const { officer, at } = act;
    if (officer === recoveryId) return body !== undefined && mayRecoverySign(recovery, { ...act, ...body });
    if (body?.kind === recoveryOpened.kind) return body.result !== 'done';
    if (body === undefined || body.result !== 'done') return true;
    if (body.kind === 'officer.enrolled') return mayKeepAccountsOf(role, enrolled.parse(body.open).role);
    if (body.kind === 'officer.disabled') return mayKeepAccountsOf(role, members.get(disabled.parse(body.open).id)?.role ?? 'director');
    if (body.kind === deputyRecorded.kind || body.kind === deputyEnded.kind) return role === 'director';
    const grant = grantGiven(body) ?? openOf(grantRevoked, body);
    return grant === undefined || maySignGrant({ id: officer, role }, [...deputies.values()], at.slice(0, 10), grant.officer);
  }
  function fault(act: ActOutside, given: ActBody | undefined): BreakReason | undefined {
    const body = given !== undefined && isCommon(given) ? given : undefined;
    if (act.seq !== seq + 1) return 'gap';
    if (act.prev !== hash) return 'previous';
    if (hashOf(suite, act) !== act.hash) return 'hash';
    if (seq === 0) {
      if (body?.kind !== 'officer.enrolled' || enrolled.parse(body.open).id !== act.officer) return 'unknownOfficer';
      learn({ ...act, ...body });
    }
    const member = act.officer === recoveryId ? keyHolder(recovery) : members.get(act.officer);
    if (member === undefined) return 'unknownOfficer';
    if (!suite.verify(member.key, signedBytes(act.hash), unhex(act.signature))) return 'signature';
    if (!member.active) return 'disabledOfficer';
    if (!isCosigned(suite, act, given, { one: member, other: members.get(act.second ?? '') })) return 'second';
    if (!hasAuthority(act, body, member)) return 'notTheDirector';
    if (seq > 0 && body !== undefined) learn({ ...act, ...body });
    return undefined;
  }
  return {
    learn,
    next(act, body) {
      let reason: BreakReason | undefined;
      try {
        reason = fault(act, body);
      } catch {
        reason = 'malformed';
      }
      if (reason !== undefined) return { seq: seq + 1, reason };
      seq = act.seq;
      hash = act.hash;
      return undefined;
    },
  };
}
