import { describe, expect, it } from 'vitest';
import { mayHaveKeptKeys } from './departed.ts';
import { grantStates } from './grant.ts';

const of = (...states: readonly (typeof grantStates)[number][]) => states.map((state) => ({ state }));
const registrar = { role: 'registrar', state: 'active' } as const;

describe('an official who may have kept keys', () => {
  it('had access to content and has none', () => {
    for (const state of ['expired', 'clearanceExpired', 'revoked'] as const) {
      expect(mayHaveKeptKeys(registrar, of(state))).toBe(true);
      expect(mayHaveKeptKeys(registrar, of(state, 'inForce'))).toBe(false);
      expect(mayHaveKeptKeys(registrar, of('notYet', state))).toBe(true);
    }
    expect(mayHaveKeptKeys(registrar, of())).toBe(false);
    expect(mayHaveKeptKeys(registrar, of('notYet', 'clearanceNotYet'))).toBe(false);
  });

  it('has lost it with his account, whatever the grant says', () => {
    expect(mayHaveKeptKeys({ ...registrar, state: 'disabled' }, of('inForce'))).toBe(true);
    expect(mayHaveKeptKeys({ ...registrar, state: 'disabled' }, of('notYet'))).toBe(false);
  });

  it('is nobody whose role has no content', () => {
    for (const role of ['administrator', 'security'] as const) for (const state of grantStates) expect(mayHaveKeptKeys({ role, state: 'disabled' }, of(state))).toBe(false);
  });
});
