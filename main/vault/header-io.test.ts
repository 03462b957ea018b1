import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inspectVault } from './vault.ts';
import { cleanTrials, director, trial, type Trial } from './vault.fixture.ts';

/** Files whose next reading the disk fails, and how often. */
const failing = vi.hoisted(() => new Map<string, number>());
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  const failingRead = (path: string, how: 'utf8'): string => {
    const left = failing.get(path) ?? 0;
    if (left === 0) return fs.readFileSync(path, how);
    failing.set(path, left - 1);
    throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5, syscall: 'read' });
  };
  return { ...fs, readFileSync: failingRead };
});

afterEach(() => {
  failing.clear();
  cleanTrials();
});

const copies = ['vault.json', 'vault.copy.json'] as const;
const bytesOf = (t: Trial): string[] => copies.map((name) => readFileSync(join(t.folder, name), 'utf8'));

async function made(): Promise<Trial> {
  const t = trial();
  (await t.create()).lock();
  (await t.unlock()).lock();
  return t;
}

describe('a disk that fails to give a copy of the header', () => {
  it.each(copies)('once (%s): the other is used, the fault is told by its name before and after the opening and in the journal, and both are whole again', async (name) => {
    const t = await made();
    const before = bytesOf(t);
    failing.set(join(t.folder, name), 1);
    expect(inspectVault(t.folder)?.flaw).toEqual({ place: name, code: 'io' });
    failing.set(join(t.folder, name), 1);
    const vault = await t.unlock();
    expect(failing.get(join(t.folder, name))).toBe(0);
    expect(vault.headerFlaw()).toMatchObject({ place: name, code: 'io', mended: true });
    expect(vault.journal.page({ kind: 'session.unlocked' }, null, 1).acts[0]?.open).toMatchObject({ header: { flaw: name, how: 'io' } });
    vault.lock();
    expect(bytesOf(t)).toEqual(before);
    expect(inspectVault(t.folder)?.flaw).toBeUndefined();
  });

  it.each(copies)('is no wrong passphrase, and a wrong one is one still (%s)', async (name) => {
    const t = await made();
    failing.set(join(t.folder, name), 1);
    await expect(t.unlock({ ...director, passphrase: 'не та фраза вовсе' })).rejects.toMatchObject({ code: 'wrongPassphrase' });
    expect(failing.get(join(t.folder, name))).toBe(0);
    (await t.unlock()).lock();
  });

  it('nor the other: the vault is refused as one that cannot be read, counts no passphrase, and writes nothing', async () => {
    const t = await made();
    const before = bytesOf(t);
    for (const name of copies) failing.set(join(t.folder, name), 1);
    await expect(t.unlock()).rejects.toMatchObject({ code: 'io', place: 'vault.json' });
    expect(bytesOf(t)).toEqual(before);
    const vault = await t.unlock();
    expect(vault.headerFlaw()).toBeUndefined();
    expect(vault.journal.page({ kind: 'session.refused' }, null, 1).acts).toEqual([]);
    vault.lock();
  });
});
