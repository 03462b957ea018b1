import { describe, expect, it } from 'vitest';
import { maySignGrant, type Deputy } from './authority.ts';
import { issueRefusals, type Issuing } from './issue.ts';
import { mayKeepAccountsOf, roles } from './roles.ts';

const deputies: readonly Deputy[] = [
  { id: 'd1', officer: 'a', from: '2026-05-01', to: '2026-05-31', ended: false }, { id: 'd2', officer: 'b', from: '2026-05-01', to: '2026-05-31', ended: true },
  { id: 'd3', officer: 's', from: '2026-05-01', to: '2026-05-31', ended: false },
];

describe('who signs a grant', () => {
  it('is the director, or the person replacing him while he does, and never for himself (Art. 10)', () => {
    const signs = (id: string, role: (typeof roles)[number], date: string, official = 'x') => maySignGrant({ id, role }, deputies, date, official);
    expect(signs('d', 'director', '2026-05-10', 'd')).toBe(true);
    expect(signs('a', 'analyst', '2026-05-10')).toBe(true);
    expect(signs('a', 'analyst', '2026-05-10', 'a')).toBe(false);
    expect(signs('a', 'analyst', '2026-04-30')).toBe(false);
    expect(signs('a', 'analyst', '2026-06-01')).toBe(false);
    expect(signs('b', 'registrar', '2026-05-10')).toBe(false);
    // A record for a role without content gives nothing.
    for (const role of ['security', 'administrator'] as const) expect(signs('s', role, '2026-05-10')).toBe(false);
    for (const role of ['registrar', 'analyst', 'security', 'administrator'] as const) expect(signs('nobody', role, '2026-05-10')).toBe(false);
  });

  it('is told every reason at once', () => {
    const issuing: Issuing = { signer: { id: 'a', role: 'analyst' }, official: { id: 'a', role: 'analyst' }, deputies, bodies: new Set(['KZ-01']), date: '2026-05-10' };
    const grant = {
      officer: 'a', clearance: { issuer: 'i', number: 'n', degree: 'UPPER', from: '2026-01-01', to: '2026-05-01' }, scope: { bodies: ['KZ-01', 'XX-99'], degree: 'UPPER' },
      from: '2026-06-01', to: '2026-05-20', document: { number: '1', date: '2026-05-11' },
    } as const;
    expect(issueRefusals(grant, issuing).map(({ code }) => code)).toEqual(['grant.own', 'grant.periodEmpty', 'clearance.expired', 'date.inFuture', 'body.unknown']);
    expect(issueRefusals(grant, { ...issuing, official: { id: 's', role: 'security' } }).map(({ code }) => code)).toContain('grant.noContentRole');
    expect(issueRefusals(grant, { ...issuing, signer: { id: 'r', role: 'registrar' } })[0]).toMatchObject({ code: 'grant.notEntitled', missing: 'deputyOrder', supplier: { kind: 'director' } });
  });
});

describe('who keeps accounts', () => {
  it('is the director, and the administrator for nobody who could sign or administer', () => {
    const kept = (keeper: (typeof roles)[number]) => roles.filter((role) => mayKeepAccountsOf(keeper, role));
    expect(kept('director')).toEqual(roles);
    expect(kept('administrator')).toEqual(['registrar', 'analyst', 'security']);
    for (const role of ['registrar', 'analyst', 'security'] as const) expect(kept(role)).toEqual([]);
  });
});
