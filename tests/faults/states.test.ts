import { spawn, spawnSync, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passphrase } from '#main/acts/exchange/world.fixture.ts';
import { settableClock } from '#main/clock.ts';
import { testGrant } from '#main/registry.fixture.ts';
import { createRegistry } from '#main/registry.ts';
import { writeChecked } from '#main/vault/durable.ts';
import { lightKdf } from '#main/vault/vault.ts';
import { mayMount } from '#main/small-disk.fixture.ts';
import { workFolder } from './cuts.ts';
import { assets, deskTime } from './desk.ts';
import { judge } from './judge.ts';
import { makeWorld } from './operations.ts';
import { straceThere } from './trace.ts';

// Everything here is fictional.
const root = process.getuid?.() === 0;
const traced = straceThere();
let work = '';
let world = '';
const mounted: string[] = [];

beforeAll(async () => {
  work = workFolder();
  world = join(work, 'world');
  await makeWorld(world);
  if (!root) process.stdout.write('Not root: a full disk, a read-only disk and another user are left out.\n');
  if (!traced) process.stdout.write('strace is missing: faults of the disk are left out.\n');
});
afterAll(() => {
  for (const folder of mounted) spawnSync('umount', ['-l', folder]);
  rmSync(work, { recursive: true, force: true });
});

function smallDisk(name: string, mebibytes: number): string {
  const folder = join(work, name);
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]);
  mounted.push(folder);
  cpSync(world, folder, { recursive: true });
  return folder;
}

function fillTo(folder: string, free: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize > free) writeFileSync(join(folder, `filling${free}`), Buffer.alloc(bavail * bsize - free));
}

/** A registry over that folder; answers the codes of a refusal, or `done`. */
function desk(folder: string) {
  const clock = settableClock(deskTime);
  const registry = createRegistry({ clock, workstation: 'АРМ-4', version: '0', dataFolder: join(folder, 'data'), kdf: lightKdf, assets, after: () => () => {} });
  const ask = async (method: string, input: unknown): Promise<string> => {
    const envelope: { ok: true } | { ok: false; refusals: readonly { code: string }[] } = JSON.parse(await registry.call(method, JSON.stringify(input)));
    return envelope.ok ? 'done' : envelope.refusals.map(({ code }) => code).join();
  };
  const status = async (): Promise<{ vault: string; trouble: { code: string } | null }> => JSON.parse(await registry.call('session.status', '{}')).value;
  const officer = async (login: string): Promise<string> => {
    const { value }: { value: readonly { id: string; login: string }[] } = JSON.parse(await registry.call('officers.list', '{}'));
    return value.find((one) => one.login === login)?.id ?? '';
  };
  return { clock, registry, ask, status, officer, unlock: (phrase = passphrase) => ask('session.unlock', { login: 'd', passphrase: phrase }) };
}
const page = { filter: {}, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 10 };
const enrolment = (login: string) => ({ login, name: 'аналитик А-1', role: 'analyst', passphrase });

describe('a full disk', () => {
  it.skipIf(!mayMount)('refuses acts by its name while reading, unlocking and locking still work, and goes on when there is room', async () => {
    const folder = smallDisk('full', 24);
    const d = desk(folder);
    expect(await d.unlock()).toBe('done');
    fillTo(folder, 6 * 1024 * 1024);
    expect(await d.ask('reference.recordEvent', { kind: 'signature', state: 'TM', date: '2026-01-10', document: 'условный', effectiveDate: null, note: '' })).toContain('vault.noSpace');
    // Whatever adds to the vault is held to the room that is kept: an account, a grant, a deputy, a recovery.
    expect(await d.ask('officers.enrol', enrolment('x'))).toContain('vault.noSpace');
    const officerId = await d.officer('r');
    expect(await d.ask('access.issue', testGrant(officerId))).toContain('vault.noSpace');
    expect(await d.ask('access.recordDeputy', { officerId, from: '2026-05-10', to: '2026-05-20', document: { number: '3', date: '2026-05-10' } })).toContain('vault.noSpace');
    expect(await d.ask('recovery.arrange', { threshold: 2, holders: ['Х-1', 'Х-2'], second: { login: 'b', passphrase } })).toContain('vault.noSpace');
    // What takes access away may not wait for room.
    expect(await d.ask('officers.disable', { officerId, reason: 'перевод (вымышлено)' })).toBe('done');
    expect(await d.ask('session.lock', {})).toBe('done');
    expect(await d.unlock()).toBe('done');
    expect(await d.ask('officers.list', {})).toBe('done');
    await d.ask('session.lock', {});
    fillTo(folder, 0);
    // Not a byte is left: whatever is said, it is not the passphrase.
    expect(await d.unlock()).toBe('vault.noSpace');
    expect(await d.unlock('не та фраза вовсе')).toBe('vault.noSpace');
    for (const name of readdirSync(folder)) if (name.startsWith('filling')) rmSync(join(folder, name));
    expect(await d.unlock()).toBe('done');
    d.registry.close();
    expect(await judge(folder, [], false)).toEqual([]);
  });
});

describe('a read-only disk', () => {
  it.skipIf(!mayMount)('is named, before and after the passphrase, and nothing is lost by it', async () => {
    const folder = smallDisk('readonly', 16);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    const d = desk(folder);
    expect((await d.status()).vault).toBe('locked');
    expect(await d.unlock()).toBe('vault.readOnly');
    expect(await d.unlock('не та фраза вовсе')).toBe('vault.readOnly');
    execFileSync('mount', ['-o', 'remount,rw', folder]);
    expect(await d.unlock()).toBe('done');
    execFileSync('mount', ['-o', 'remount,ro', '-f', folder]);
    d.registry.close();
  });
});

/** Runs as nobody: what a folder of another user looks like. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  process.setegid?.(65_534);
  process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

describe('a vault of another user', () => {
  it.skipIf(!root)('is named as such, and not as a missing one or a wrong passphrase', async () => {
    const folder = join(work, 'another');
    cpSync(world, folder, { recursive: true });
    chmodSync(work, 0o755);
    const vault = join(folder, 'data/vault');
    const d = desk(folder);
    for (const mode of [0o700, 0o755]) {
      chmodSync(vault, mode);
      await asNobody(async () => {
        expect(await d.unlock(), mode.toString(8)).toBe('vault.permission');
        const { vault: state, trouble } = await d.status();
        expect([state, trouble?.code], mode.toString(8)).toEqual(['damaged', 'permission']);
      });
    }
    chmodSync(vault, 0o777);
    chmodSync(join(vault, 'vault.json'), 0o644);
    await asNobody(async () => expect(await d.unlock()).toBe('vault.permission'));
    rmSync(join(vault, 'vault.lock'), { force: true });
    expect(await d.unlock()).toBe('done');
    d.registry.close();
  });

  it.skipIf(!root)('of which one holding may not be read opens without it, and names it', async () => {
    const folder = join(work, 'oneHolding');
    cpSync(world, folder, { recursive: true });
    execFileSync('chown', ['-R', '65534', folder]);
    const holdings = join(folder, 'data/vault/holdings');
    const [first = ''] = readdirSync(holdings);
    execFileSync('chown', ['0', join(holdings, first)]);
    chmodSync(join(holdings, first), 0o700);
    const d = desk(folder);
    await asNobody(async () => {
      expect(await d.unlock()).toBe('done');
      const told = JSON.parse(await d.registry.call('vault.damage', '{}')).value;
      expect(told.damage).toEqual([expect.objectContaining({ code: 'permission', what: 'store' })]);
      expect(told.stands.length).toBe(1);
      expect(await d.ask('materials.page', page)).toBe('done');
      d.registry.close();
    });
  });
});

const openOnce = join(import.meta.dirname, 'open-once.ts');

describe('two programs on one vault', () => {
  it('the second is told that another has it, until that one ends or is killed', async () => {
    const folder = join(work, 'two');
    cpSync(world, folder, { recursive: true });
    const holds = async () => {
      const child = spawn(process.execPath, ['--no-warnings', openOnce, join(folder, 'data/vault'), 'd', passphrase, 'wait'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const [text] = await once(child.stdout, 'data');
      expect(String(text)).toContain('opened');
      return child;
    };
    const d = desk(folder);
    const first = await holds();
    expect(await d.unlock()).toBe('vault.inUse');
    first.stdin.end();
    await once(first, 'close');
    expect(await d.unlock()).toBe('done');
    await d.ask('session.lock', {});
    const second = await holds();
    second.kill('SIGKILL');
    await once(second, 'close');
    expect(await d.unlock()).toBe('done');
    d.registry.close();
  });
});

describe('a clock set back', () => {
  it('refuses acts by its name, lets the rest be read, and is accepted by the director alone', async () => {
    const folder = join(work, 'clock');
    cpSync(world, folder, { recursive: true });
    const d = desk(folder);
    d.clock.set('2026-05-09T08:00:00');
    expect(await d.unlock()).toBe('done');
    expect(await d.ask('officers.enrol', enrolment('x'))).toContain('session.clockSetBack');
    expect(await d.ask('materials.page', page)).toBe('done');
    expect(await d.ask('session.acceptClock', { reason: 'села батарея (вымышлено)' })).toBe('done');
    expect(await d.ask('officers.enrol', enrolment('x'))).toBe('done');
    d.registry.close();
  });
});

describe('a vault newer than the program', () => {
  it('is refused before any passphrase is tried, and left as it lies', async () => {
    const folder = join(work, 'newer');
    cpSync(world, folder, { recursive: true });
    const header = join(folder, 'data/vault/vault.json');
    const body: Record<string, unknown> = JSON.parse(readFileSync(header, 'utf8')).body;
    writeChecked(header, 'vault.json', JSON.parse(JSON.stringify({ ...body, format: 99 })));
    const before = statSync(join(folder, 'data/vault/registry.db')).mtimeMs;
    const d = desk(folder);
    expect(await d.unlock()).toBe('vault.newer');
    expect((await d.status()).trouble?.code).toBe('newer');
    expect(statSync(join(folder, 'data/vault/registry.db')).mtimeMs).toBe(before);
    expect(existsSync(join(folder, 'data/vault/attempts.json'))).toBe(false);
  });
});

describe('a disk that fails', () => {
  /** From the n-th call of this kind on, the vault's files answer EIO, or once only: how opening goes. */
  function failing(call: string, n: number, phrase: string, always = false): { code: string; place: string } {
    const folder = join(work, 'failing');
    rmSync(folder, { recursive: true, force: true });
    cpSync(world, folder, { recursive: true });
    const vault = join(folder, 'data/vault');
    const paths = [vault, join(vault, 'registry.db-wal'), ...readdirSync(vault, { recursive: true, encoding: 'utf8' }).map((name) => join(vault, name))].flatMap((path) => ['-P', path]);
    const { stdout } = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:error=EIO:when=${n}${always ? '+' : ''}`, ...paths, process.execPath, '--no-warnings', openOnce, vault, 'd', phrase], { encoding: 'utf8' });
    return JSON.parse(stdout.trim());
  }
  const named = /^(opened|opened, io|io)$/;

  it.skipIf(!traced).each([['read', 2], ['pread64', 1], ['pread64', 20], ['pread64', 48], ['pread64', 52], ['pread64', 60], ['pwrite64', 2], ['pwrite64', 9], ['fsync', 1], ['fsync', 3], ['openat', 5], ['openat', 8]])('from its %s no. %i on is named as that, is no wrong passphrase, and loses nothing', async (call, n) => {
    const { code, place } = failing(call, n, passphrase, call === 'pread64');
    expect(code, place).toMatch(named);
    expect(await judge(join(work, 'failing'), [], false)).toEqual([]);
  });

  it.skipIf(!traced)('while a wrong passphrase is tried is never taken for one, nor the other way', () => {
    // Of the header there are two copies: one that could not be read once is no reason to doubt the other.
    expect(failing('read', 1, 'не та фраза вовсе').code).toBe('wrongPassphrase');
    expect(failing('read', 1, 'не та фраза вовсе', true).code).toBe('io');
    expect(failing('pread64', 10_000, 'не та фраза вовсе').code).toBe('wrongPassphrase');
    expect(failing('pread64', 10_000, passphrase).code).toBe('opened');
  });
});

describe('every named state', () => {
  it('has its words and its way out in each language', () => {
    for (const language of ['ru', 'kk', 'en']) {
      const texts: { codes: { vault: Record<string, string>; session: Record<string, string> }; wayOut: { vault: Record<string, string>; session: Record<string, string> } } = JSON.parse(readFileSync(join(assets, 'texts', language, 'refusals.json'), 'utf8'));
      for (const code of ['missing', 'damaged', 'newer', 'inUse', 'permission', 'rolledBack', 'noSpace', 'readOnly', 'io', 'reading']) {
        expect([language, code, texts.codes.vault[code] !== undefined, texts.wayOut.vault[code] !== undefined]).toEqual([language, code, true, true]);
      }
      expect([texts.codes.session['clockSetBack'], texts.wayOut.session['clockSetBack']].every((text) => text !== undefined && text !== '')).toBe(true);
    }
  });
});
