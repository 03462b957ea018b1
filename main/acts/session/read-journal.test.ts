import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testRegistry, type TestRegistry } from '../../registry.fixture.ts';
import { lightKdf, unlockVault } from '../../vault/vault.ts';

// Fictional: a vault that was checked once, and then a registrar's months of which nobody has read anything.
const passphrase = 'fictional passphrase of a test';
const acts = 1800;
let test: TestRegistry;
let checkedAt: string;

beforeEach(async () => {
  test = await testRegistry({ bodies: ['UZ-01'] });
  checkedAt = test.clock.now();
  await test.ask('vault.check', {});
  await test.ask('session.lock', {});
  const vault = await unlockVault(join(test.folder, 'vault'), { clock: test.clock, workstation: 'WS-TEST', random: randomBytes, kdf: lightKdf, login: 'registrar', passphrase });
  vault.commit(Array.from({ length: acts }, (_, n) => ({ kind: 'drawer.opened', result: 'done' as const, subject: null, open: { n }, held: [] })));
  vault.lock();
});
afterEach(() => test.end());

interface Told { readonly stage: string; readonly done: number; readonly total: number | null; readonly ended: boolean }

/** Calls `at` with each sign of progress of the reading; resolves when the window is told to ask anew of the vault. */
const readThrough = (at: (told: Told) => void): Promise<void> => new Promise((resolve) => {
  test.registry.onSignal((event, json) => {
    const told: Told & { readonly areas?: readonly string[] } = JSON.parse(json);
    if (event === 'job' && told.stage === 'journal') at(told);
    if (event === 'changed' && told.areas?.includes('vault') === true) resolve();
  });
});
const open = (login: 'director' | 'security' | 'registrar'): Promise<unknown> => test.ask('session.unlock', { login, passphrase });

it('is begun by the first question of who reads the journal, which is answered at once with what is known; others are answered meanwhile, and the rest is told when it is known', async () => {
  // Who does not read it does not wait for it either.
  await open('registrar');
  expect(await test.ask('vault.damage', {})).toMatchObject({ damage: [], lastWhole: null, journalRead: true });
  await test.ask('session.lock', {});
  for (const login of ['security', 'director'] as const) {
    await open(login);
    // The security officer's reading is kept for the director.
    if (login === 'director') {
      expect(await test.ask('vault.damage', {})).toMatchObject({ lastWhole: checkedAt, journalRead: true });
      continue;
    }
    const seen: string[] = [];
    const whole = readThrough(({ ended, done }) => {
      seen.push(ended ? 'ended' : 'read');
      if (seen.length === 1) {
        expect(done).toBeLessThan(acts);
        void test.ask('session.status', {}).then(({ vault }) => seen.push(vault));
      }
    });
    expect(await test.ask('vault.damage', {})).toMatchObject({ damage: [], lastWhole: null, journalRead: false });
    // A second wish joins the first.
    expect(await test.ask('vault.damage', {})).toMatchObject({ journalRead: false });
    await whole;
    expect(seen.filter((one) => one === 'ended')).toEqual(['ended']);
    expect(seen.indexOf('open')).toBeGreaterThan(0);
    expect(seen.indexOf('open')).toBeLessThan(seen.indexOf('ended'));
    expect(await test.ask('vault.damage', {})).toMatchObject({ lastWhole: checkedAt, journalRead: true });
    await test.ask('session.lock', {});
  }
});

it('ends with a lock at any sign of progress, and goes on from there at the next opening', async () => {
  const totals: number[] = [];
  let locks = 0;
  const whole = readThrough(({ ended, done, total }) => {
    if (ended) return;
    if (totals.length === locks) totals.push(total ?? 0);
    if (locks === 0 && done >= 500) {
      locks = 1;
      test.registry.lock();
    }
  });
  await open('director');
  expect(await test.ask('vault.damage', {})).toMatchObject({ journalRead: false });
  await expect.poll(() => locks).toBe(1);
  expect(await test.refused('vault.damage', {})).toEqual(['session.locked']);
  await open('director');
  expect(await test.ask('vault.damage', {})).toMatchObject({ journalRead: false });
  await whole;
  expect(totals[0]).toBeGreaterThan(acts);
  expect(totals[1]).toBeLessThan((totals[0] ?? 0) - 400);
  expect(await test.ask('vault.damage', {})).toMatchObject({ lastWhole: checkedAt, journalRead: true });
});

it('is not begun again by itself once the officer has broken it off, but by whatever needs all of it', async () => {
  let id = '';
  let ended = false;
  test.registry.onSignal((event, json) => {
    const told: Told & { readonly id: string } = JSON.parse(json);
    if (event !== 'job' || told.stage !== 'journal') return;
    ended ||= told.ended;
    if (id !== '') return;
    id = told.id;
    void test.ask('jobs.cancel', { jobId: id });
  });
  await open('director');
  expect(await test.ask('vault.damage', {})).toMatchObject({ journalRead: false });
  await expect.poll(() => ended).toBe(true);
  expect(await test.ask('vault.damage', {})).toMatchObject({ journalRead: false });
  expect(await test.ask('incidents.persons', {})).toEqual([]);
  expect(await test.ask('vault.damage', {})).toMatchObject({ lastWhole: checkedAt, journalRead: true });
});
