import { describe, expect, it } from 'vitest';
import { recoveryId } from './acts.ts';
import { mayRecoverySign, recoveryAfter, stands, type RecoveryStanding } from './standing.ts';

const key = 'ab'.repeat(32);
const act = (seq: number, kind: string, open: object, officer = recoveryId) => ({ seq, at: '2026-11-22T09:00:00', officer, second: 'ssssssssssssssssssss', kind, result: 'done' as const, open: { ...open } as never });
const arranged = recoveryAfter(undefined, act(7, 'recovery.arranged', { id: '01234567', boxPublic: key, signPublic: key, threshold: 2, holders: ['А', 'Б', 'В'] }, 'dddddddddddddddddddd'));
const opened = (sheets: readonly number[], id = '01234567') => act(9, 'recovery.opened', { id, sheets, replaces: 'dddddddddddddddddddd', reason: 'утрачена' });

describe('the key of a recovery', () => {
  it('signs nothing before it was arranged, and first that it was opened, with as many different sheets as it takes', () => {
    expect(mayRecoverySign(undefined, opened([1, 2]))).toBe(false);
    expect(mayRecoverySign(arranged, act(9, 'officer.enrolled', {}))).toBe(false);
    for (const sheets of [[1, 1], [1, 4]]) expect(mayRecoverySign(arranged, opened(sheets)), String(sheets)).toBe(false);
    // One sheet, or one that no sheet is numbered by, is no such act at all.
    for (const sheets of [[1], [0, 1]]) expect(() => mayRecoverySign(arranged, opened(sheets)), String(sheets)).toThrow();
    expect(mayRecoverySign(arranged, opened([1, 3], '76543210'))).toBe(false);
    expect(mayRecoverySign(arranged, { ...opened([1, 3]), result: 'refused' })).toBe(false);
    expect(mayRecoverySign(arranged, opened([1, 3]))).toBe(true);
    expect(mayRecoverySign(arranged, opened([1, 2, 3]))).toBe(true);
  });

  it('signs what follows from it at once, and nothing after anybody else has signed, nor a second opening', () => {
    let standing: RecoveryStanding | undefined = recoveryAfter(arranged, opened([1, 3]));
    expect(stands(standing)).toBe(false);
    expect(mayRecoverySign(standing, act(11, 'officer.enrolled', {}))).toBe(false);
    for (const kind of ['recovery.opened', 'deputy.recorded', 'grant.revoked', 'material.registered', 'recovery.arranged']) expect(mayRecoverySign(standing, act(10, kind, {})), kind).toBe(false);
    for (const [seq, kind] of [[10, 'officer.enrolled'], [11, 'grant.issued'], [12, 'officer.disabled']] as const) {
      expect(mayRecoverySign(standing, act(seq, kind, {})), kind).toBe(true);
      standing = recoveryAfter(standing, act(seq, kind, {}));
    }
    standing = recoveryAfter(standing, act(13, 'session.unlocked', {}, 'eeeeeeeeeeeeeeeeeeee'));
    expect(mayRecoverySign(standing, act(14, 'officer.enrolled', {}))).toBe(false);
  });
});
