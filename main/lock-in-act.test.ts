import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input, Method } from '#app/contract/index.ts';
import { consentOf, freshJob, newWorld, orderOf, passphrase, received, type World } from './acts/exchange/world.fixture.ts';
import { windowOfPaths } from './acts/exchange/window.fixture.ts';
import { Cabinet, type Secret } from './vault/secrets.ts';
import { testGrant } from './registry.fixture.ts';

// Fictional throughout.
let world: World;
let secrets: Secret[];
/** On another disk than the vault's, where there is one. */
let aside: string;

// What the others are copied from has keys of bodies, which are nobody's to wipe.
beforeAll(async () => (await newWorld()).close());

beforeEach(async () => {
  secrets = [];
  const keep = Cabinet.prototype.keep;
  vi.spyOn(Cabinet.prototype, 'keep').mockImplementation(function kept(this: Cabinet, secret) {
    secrets.push(secret);
    return keep.call(this, secret);
  });
  aside = mkdtempSync(join(tmpdir(), 'grif-lock-'));
  world = await newWorld({ shell: windowOfPaths() });
});
afterEach(() => {
  vi.restoreAllMocks();
  world.close();
  rmSync(aside, { recursive: true, force: true });
});

const unwiped = (): number => secrets.filter((secret) => secret.some((byte) => byte !== 0)).length;
const call = async (method: Method, input: unknown): Promise<string[]> => {
  const answer = JSON.parse(await world.registry.call(method, JSON.stringify(input)));
  return answer.ok ? ['done'] : answer.refusals.map(({ code }: { code: string }) => code);
};

/** Everything that an unfinished act would leave lying. */
const leftBehind = (): string[] => [world.folder, aside].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  .filter((name) => /\.(partial|part|next|next-wal|next-journal)$|(^|\/)\.[^/]*(prov|restor|migrat)/.test(name));

/** Locks at the first sign of progress that `at` fits; answers what the act was told. */
async function lockedDuring(at: (stage: string, done: number) => boolean, act: () => Promise<string[]>): Promise<string[]> {
  let armed = true;
  const wipedAtReturn: number[] = [];
  world.registry.onSignal((event, json) => {
    const told: { stage?: string; done?: number; ended?: boolean } = JSON.parse(json);
    if (!armed || event !== 'job' || told.ended === true || !at(told.stage ?? '', told.done ?? 0)) return;
    armed = false;
    expect(unwiped()).toBeGreaterThan(0);
    world.registry.lock();
    wipedAtReturn.push(unwiped());
  });
  const told = await act();
  // It was locked in the middle, not after the end.
  expect(wipedAtReturn).toEqual([0]);
  expect(unwiped()).toBe(0);
  return told;
}

/** The vault opens, verifies, and nothing half done lies in it. */
async function soundAfter(login: 'd' | 'r' = 'd'): Promise<void> {
  await world.ask('session.unlock', { login, passphrase });
  if (login === 'r') await world.as('d');
  const checked = await world.ask('vault.check', {});
  expect([checked.broken, checked.differences, checked.lost, checked.damage]).toEqual([null, [], [], []]);
  expect(leftBehind()).toEqual([]);
}

const longFile = (mebibytes: number): string => {
  const path = join(aside, 'long.bin');
  writeFileSync(path, '');
  truncateSync(path, mebibytes * 1024 * 1024);
  return path;
};
const locked = ['session.locked'];

describe('a lock in the middle of', () => {
  it('taking in a long attachment: keys are wiped when it returns, the act is refused by name, nothing of it lies there', async () => {
    const fileToken = longFile(256);
    expect(await lockedDuring((stage, done) => stage === 'sealing' && done > 4e6, () => call('attachments.stage', { fileToken, name: 'a.bin', jobId: freshJob() }))).toEqual(locked);
    expect(readdirSync(join(world.folder, 'data/vault/staging'))).toEqual([]);
    await soundAfter('r');
  });

  it.each(['sealing', 'readingBack'])('sealing a package, while it is at "%s": no package and no part of one stays on the medium, and the number is void', async (at) => {
    const fileToken = longFile(24);
    const { fileId } = await world.ask('attachments.stage', { fileToken, name: 'a.bin', jobId: freshJob() });
    const { materialId } = await received(world, { attachments: [{ fileId, name: 'a.bin' }] });
    await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['KZ-01'] }));
    const told = await lockedDuring((stage, done) => stage === at && done > 1e6, () => call('release.seal', orderOf(world, [materialId], 'KZ-01')));
    expect(told.every((code) => ['session.locked', 'job.cancelled', 'media.cancelled', 'package.cancelled'].includes(code))).toBe(true);
    expect(readdirSync(world.medium)).toEqual([]);
    await world.ask('session.unlock', { login: 'r', passphrase });
    const { rows } = await world.ask('outgoing.page', { cursor: null, limit: 10 });
    expect(rows.map(({ state }) => state)).toEqual(['void']);
    world.registry.lock();
    await soundAfter();
  });

  it.for(['copying', 'readingBack', 'opening'])('a backup, while it is at "%s": it does not count', async (at, test) => {
    test.skip(statSync(aside).dev === statSync(world.folder).dev, 'a backup needs a second disk');
    await world.as('d');
    mkdirSync(join(aside, 'medium'));
    const folder = join(aside, 'medium');
    await world.ask('backup.registerMedium', { folder, number: '1', description: '', place: 'сейф' });
    expect(await lockedDuring((stage) => stage === at, () => call('backup.make', { jobId: freshJob(), folder }))).toEqual(locked);
    await soundAfter();
    expect((await world.ask('backup.status', {})).generations.filter(({ provenAt }) => provenAt !== null)).toEqual([]);
  });

  it('encrypting a holding anew: it is due still, and done after the next opening', async () => {
    await received(world);
    await world.as('d');
    const { officerId } = await world.ask('officers.enrol', { login: 'x', name: 'Х', role: 'analyst', passphrase });
    const { grantId } = await world.ask('access.issue', testGrant(officerId));
    const revoke = { grantId, reason: 'р', document: { number: '9', date: '2026-05-10' } } satisfies Input<'access.revoke'>;
    const told = await lockedDuring((stage) => stage === 'rekeying', async () => {
      await call('access.revoke', revoke);
      return call('access.rekey', {});
    });
    expect(told).toEqual(locked);
    await soundAfter();
    await world.ask('access.rekey', {});
    await soundRows();
  });

  it.each(['stores', 'projections'])('checking the vault, while it is at "%s"', async (at) => {
    await received(world);
    await world.as('d');
    expect(await lockedDuring((stage) => stage === at, () => call('vault.check', {}))).toEqual(locked);
    await soundAfter();
  });
});

async function soundRows(): Promise<void> {
  world.registry.lock();
  await soundAfter();
}

describe('a lock behind an act that was begun', () => {
  it('of exporting the journal: no file stays, the export is refused by name', async () => {
    await world.as('d');
    const going = call('journal.exportTo', { folder: aside });
    await new Promise<void>((resolve) => { setImmediate(resolve); });
    world.registry.lock();
    expect(unwiped()).toBe(0);
    expect(await going).toEqual(locked);
    expect(unwiped()).toBe(0);
    expect(readdirSync(aside)).toEqual([]);
    await soundAfter();
  });

  it('of a new passphrase, a new account, an unlocking: none comes to stand half', async () => {
    await world.as('d');
    for (const begun of [
      () => call('session.changePassphrase', { old: passphrase, new: `${passphrase} 2` }),
      () => call('officers.enrol', { login: 'half', name: 'П', role: 'analyst', passphrase }),
    ]) {
      const going = begun();
      world.registry.lock();
      expect(unwiped()).toBe(0);
      expect(await going).toEqual(locked);
      expect(unwiped()).toBe(0);
      await world.ask('session.unlock', { login: 'd', passphrase });
      expect((await world.ask('officers.list', {})).map(({ login }) => login).toSorted()).toEqual(['d', 'r']);
    }
  });

  it('of registering with an attachment: the material stands whole with it, or nothing of it does and the file waits to be taken', async () => {
    for (const turns of [0, 1, 2, 3]) {
      if (turns > 0) await world.ask('session.unlock', { login: 'r', passphrase });
      const { fileId } = await world.ask('attachments.stage', { fileToken: longFile(1), name: `${turns}.bin`, jobId: freshJob() });
      const going = received(world, { number: `4/${200 + turns}`, attachments: [{ fileId, name: `${turns}.bin` }] }).then(({ materialId }) => materialId, () => null);
      for (let turn = 0; turn < turns; turn += 1) await new Promise<void>((resolve) => { setImmediate(resolve); });
      world.registry.lock();
      expect(unwiped()).toBe(0);
      const materialId = await going;
      await world.ask('session.unlock', { login: 'r', passphrase });
      const stands = materialId !== null && (await world.ask('materials.card', { materialId })).attachments.some(({ name }) => name === `${turns}.bin`);
      // Only a file that nothing took can be dropped.
      expect(await call('attachments.discard', { fileId })).toEqual(stands ? ['attachment.notFound'] : ['done']);
      world.registry.lock();
    }
    await soundAfter();
  });

  it('of searching: it is answered or refused, and the vault is sound', async () => {
    await received(world);
    const going = call('materials.page', { filter: { text: 'Oqtepa' }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 });
    world.registry.lock();
    expect(unwiped()).toBe(0);
    expect([['done'], locked]).toContainEqual(await going);
    expect(await call('materials.page', { filter: { text: 'Oqtepa' }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 })).toEqual(locked);
    await soundAfter();
  });

  it('of registering: either it stands whole or it is refused', async () => {
    const { materialId } = await received(world);
    const going = received(world, { number: '4/119' }).then(() => 'done', (error: unknown) => String(error));
    await new Promise<void>((resolve) => { setImmediate(resolve); });
    world.registry.lock();
    expect(unwiped()).toBe(0);
    const told = await going;
    expect(told === 'done' || told.includes('session.locked')).toBe(true);
    await world.ask('session.unlock', { login: 'r', passphrase });
    expect((await world.ask('materials.card', { materialId })).asReceived.text).toContain('Oqtepa');
    world.registry.lock();
    await soundAfter();
  });
});
