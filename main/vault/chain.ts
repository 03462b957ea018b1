import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { roles, type Role } from '#app/access/roles.ts';
import type { Act } from '#app/journal/act.ts';
import { hashOf, signedBytes } from './journal.ts';
import { unhex, verifyingKey, type CryptoProvider } from './suite.ts';

export type BreakReason = 'gap' | 'previous' | 'hash' | 'signature' | 'unknownOfficer' | 'disabledOfficer' | 'notTheDirector' | 'malformed' | 'contentIndex';

/** The first place at which a journal is not what was written. */
export interface Break {
  readonly seq: number;
  readonly reason: BreakReason;
}

const enrolled = z.looseObject({ id: z.string(), role: z.enum(roles), signPublic: z.string().regex(/^[0-9a-f]{64}$/) });
const disabled = z.looseObject({ id: z.string() });

interface Member {
  readonly role: Role;
  readonly key: KeyObject;
  active: boolean;
}

export interface Chain {
  /** undefined when the act follows from all before it. */
  next(act: Act): Break | undefined;
  /** Learns who was enrolled without checking: for a chain that does not begin at its first act. */
  learn(act: Act): void;
}

/**
 * Checks a journal with nothing but itself: numbers, hashes, and each signature by the key under which its officer was
 * enrolled. The first act enrols the director by his own signature; after it only an active director enrols or disables.
 */
export function chainFrom(suite: CryptoProvider, before: { seq: number; hash: string }): Chain {
  const members = new Map<string, Member>();
  let { seq, hash } = before;

  function learn(act: Act): void {
    if (act.result !== 'done') return;
    if (act.kind === 'officer.enrolled') {
      const open = enrolled.parse(act.open);
      members.set(open.id, { role: open.role, key: verifyingKey(unhex(open.signPublic)), active: true });
    } else if (act.kind === 'officer.disabled') {
      const member = members.get(disabled.parse(act.open).id);
      if (member !== undefined) member.active = false;
    }
  }
  function fault(act: Act): BreakReason | undefined {
    if (act.seq !== seq + 1) return 'gap';
    if (act.prev !== hash) return 'previous';
    if (hashOf(suite, act) !== act.hash) return 'hash';
    if (seq === 0) {
      if (act.kind !== 'officer.enrolled' || enrolled.parse(act.open).id !== act.officer) return 'unknownOfficer';
      learn(act);
    }
    const member = members.get(act.officer);
    if (member === undefined) return 'unknownOfficer';
    if (!suite.verify(member.key, signedBytes(act.hash), unhex(act.signature))) return 'signature';
    if (!member.active) return 'disabledOfficer';
    const changesOfficers = act.result === 'done' && (act.kind === 'officer.enrolled' || act.kind === 'officer.disabled');
    if (changesOfficers && member.role !== 'director') return 'notTheDirector';
    if (seq > 0) learn(act);
    return undefined;
  }
  return {
    learn,
    next(act) {
      let reason: BreakReason | undefined;
      try {
        reason = fault(act);
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
