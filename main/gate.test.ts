import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOf, methods } from '#app/contract/index.ts';
import { refusalCodes } from '#app/contract/refusals.ts';
import { houseHandlers, vaultHandlers } from './handlers.ts';
import { testDraft, testPackage, testRegistry, type TestRegistry } from './registry.fixture.ts';

let test: TestRegistry;
beforeAll(async () => { test = await testRegistry(); });
afterAll(() => test.end());

/** What the registry shows: equal before and after whatever was refused. */
async function shown(): Promise<string> {
  await test.as('director');
  const [bodies, events, notices, list] = [
    await test.ask('reference.bodies', { on: null }), await test.ask('reference.events', {}),
    await test.ask('notices.page', { status: null, kind: null, cursor: null, limit: 200 }),
    await test.ask('materials.page', { filter: {}, sort: { by: 'registeredAt', direction: 'ascending' }, cursor: null, limit: 200 }),
  ];
  return JSON.stringify([bodies, events, notices, list]);
}

const dangerous = new Set(['session.lock', 'vault.leaveDemonstration', 'vault.openDemonstration']);

describe('the gate', () => {
  it('has one handler for every method and no handler for anything else', () => {
    const handled = [...Object.keys(houseHandlers), ...Object.keys(vaultHandlers)].toSorted();
    expect(handled).toEqual([...methods].toSorted());
  });

  it('refuses a method that the contract does not hold, also one with a name of the language itself', async () => {
    for (const method of ['', 'materials', 'materials.', 'materials.erase', 'constructor.name', '__proto__.x', 'materials.constructor', 'a.b.c', 'toString.call']) {
      expect(await test.refused(method, {}), method).toEqual(['input.unknownMethod']);
    }
  });

  it('refuses every method but those of the house while the vault is locked', async () => {
    await test.ask('session.lock', {});
    for (const method of methods) {
      if (entryOf(method)?.session === 'any') continue;
      expect(await test.refused(method, {}), method).toEqual(['session.locked']);
    }
  });

  it('refuses each role what its role is not entitled to, and nothing else for that reason', async () => {
    for (const role of ['director', 'registrar', 'analyst', 'security', 'administrator'] as const) {
      await test.as(role);
      for (const method of methods) {
        const entry = entryOf(method);
        if (entry === undefined || entry.session === 'any') continue;
        const refused = (await test.refused(method, { 'not a key': 1 })).includes('session.roleNotEntitled');
        expect(refused, `${role} ${method}`).toBe(!entry.roles.includes(role));
      }
    }
  });

  it('refuses what is not JSON, what is no object, and unknown keys, naming the place', async () => {
    await test.as('registrar');
    expect(JSON.parse(await test.registry.call('materials.register', '{"packageId":'))).toMatchObject({ ok: false, refusals: [{ code: 'input.invalid' }] });
    for (const input of [null, 1, 'x', [], true]) expect(await test.refused('materials.register', input)).not.toEqual([]);
    const answer = JSON.parse(await test.registry.call('incoming.register', JSON.stringify({ ...testPackage('UZ-01', 'П-1'), secret: 1 })));
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'input.unknownKey', params: { path: 'secret' } }] });
  });

  it('refuses control and bidirectional characters in names, and dates that do not exist, at their place', async () => {
    await test.as('registrar');
    for (const text of ['a\u202Eb', 'a\u0000b', 'a\u200Bb', 'line\nbreak', '\uD800']) {
      const answer = JSON.parse(await test.registry.call('incoming.register', JSON.stringify({ ...testPackage('UZ-01', text) })));
      expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'input.controlCharacters', params: { path: 'outerNumber' } }] });
    }
    const { packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-77'));
    for (const senderDate of ['2026-02-30', '2026-13-01', '20260512', '', '2026-05-12T00:00:00']) {
      expect(await test.refused('materials.register', testDraft(packageId, { senderDate })), senderDate).toEqual(['input.notADate']);
    }
  });

  it('stores nothing of whatever arbitrary value is asked of any method, never throws, and answers known codes only', async () => {
    const before = await shown();
    const hostile = fc.oneof(fc.anything({ maxDepth: 3, withNullPrototype: false }), fc.jsonValue(), fc.constant({ __proto__: null, constructor: 'x' }));
    const known = new Set<string>(refusalCodes);
    await fc.assert(fc.asyncProperty(fc.constantFrom(...methods.filter((method) => !dangerous.has(method))), hostile, async (method, input) => {
      const json = JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? 'undefined';
      const answer: { ok: boolean; refusals?: { code: string }[] } = JSON.parse(await test.registry.call(method, json));
      if (answer.ok) return;
      for (const { code } of answer.refusals ?? []) {
        expect(known.has(code), code).toBe(true);
        expect(code, `${method} ${json}`).not.toBe('internal.failed');
      }
    }), { numRuns: 600, seed: 20261122 });
    expect(await shown()).toBe(before);
  });

  it('says of a refused attempt what it was about, by ids and not by words', async () => {
    await test.as('registrar');
    const order = { jobId: 'b'.repeat(20), materialIds: ['c'.repeat(20)], recipient: 'TJ-01', purpose: 'canary purpose', channel: 'courier', folder: '/nowhere', allowVaultDisk: true, language: 'ru' };
    await test.refused('release.seal', order);
    await test.as('security');
    const { rows } = await test.ask('journal.page', { officer: null, kind: 'release.seal', result: 'refused', subject: null, from: null, to: null, text: '', cursor: null, limit: 5 });
    expect(rows[0]?.detail).toContain('TJ-01');
    expect(rows[0]?.detail).toContain('c'.repeat(20));
    expect(rows[0]?.detail).not.toContain('canary');
  });

  it('writes every refused attempt, search and view into the journal, by codes and without content', async () => {
    await test.as('registrar');
    await test.refused('materials.card', { materialId: 'a'.repeat(20) });
    await test.ask('materials.page', { filter: { text: 'Oqtepa' }, sort: { by: 'registeredAt', direction: 'ascending' }, cursor: null, limit: 10 });
    await test.ask('materials.similar', { text: `canary-${'x'.repeat(500)}` });
    await test.as('security');
    const { rows } = await test.ask('journal.page', { officer: null, kind: null, result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 50 });
    expect(rows.some(({ kind, result, detail }) => kind === 'materials.card' && result === 'refused' && detail.includes('material.notFound'))).toBe(true);
    // The words of a search may be content: the security officer sees that there was one, the director sees the words (R11.6).
    expect(rows.some(({ kind, detail }) => kind === 'search.run' && detail.includes('"characters":6'))).toBe(true);
    expect(rows.every(({ detail }) => !detail.includes('canary') && !detail.includes('Oqtepa'))).toBe(true);
    await test.as('director');
    const all = { officer: null, kind: 'search.run', result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 50 };
    const seen = await test.ask('journal.page', all);
    expect(seen.rows.some(({ detail }) => detail.includes('Oqtepa'))).toBe(true);
    expect(seen.rows.every(({ detail }) => !detail.includes('canary'))).toBe(true);
  });

  it('refuses acts while the clock stands before the last act, still lets the director put it right, and then goes on', async () => {
    await test.as('director');
    test.clock.set('2026-05-13T09:00:00');
    expect(await test.refused('reference.recordEvent', { kind: 'signature', state: 'TM', date: '2026-01-10', document: 'x', effectiveDate: null, note: '' })).toEqual(['session.clockSetBack']);
    expect((await test.ask('session.status', {})).clockSetBack).toMatchObject({ now: '2026-05-13T09:00:00' });
    await test.ask('session.acceptClock', { reason: 'the battery was changed' });
    expect((await test.ask('session.status', {})).clockSetBack).toBeNull();
    test.clock.set('2026-05-14T09:00:00');
  });
});
