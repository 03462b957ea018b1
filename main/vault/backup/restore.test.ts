import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lookAtMedium, unlockVault, type OpenVault } from '../vault.ts';
import { canonical } from '../canonical.ts';
import { finish } from '../steps.ts';
import { cleanTrials, director, noteTaken, textsOf, trial, type Trial } from '../vault.fixture.ts';
import { medium, onMedium, quietly, restore, security, vaultWith } from './backup.fixture.ts';

afterEach(cleanTrials);

async function backedUp(generations = 1): Promise<{ t: Trial; vault: OpenVault }> {
  const t = trial();
  mkdirSync(onMedium(t));
  const { vault } = await vaultWith(t, [300]);
  vault.backup.mark(onMedium(t), medium);
  for (let generation = 1; generation <= generations; generation += 1) {
    await vault.backup.write({ ...quietly, folder: onMedium(t), medium: medium.id, generation });
    vault.commit([noteTaken(`после копии ${generation}`)]);
  }
  return { t, vault };
}

const generationFile = (t: Trial, generation: number): string => join(onMedium(t), `grif-backup/generations/00000${generation}.json`);

describe('a restore', () => {
  it('goes to an empty folder only: never over a vault, nor over anything else', async () => {
    const { t, vault } = await backedUp();
    vault.lock();
    await expect(restore(t, 'vault', 1)).rejects.toMatchObject({ code: 'exists' });
    mkdirSync(join(t.root, 'full'));
    writeFileSync(join(t.root, 'full/note.txt'), 'чужое');
    await expect(restore(t, 'full', 1)).rejects.toMatchObject({ code: 'exists' });
    expect(readdirSync(join(t.root, 'full'))).toEqual(['note.txt']);
    mkdirSync(join(t.root, 'empty'));
    await restore(t, 'empty', 1);
    expect(existsSync(join(t.root, 'empty/vault.json'))).toBe(true);
  });

  it('takes two different persons, both with their passphrases, both of a role that answers for it', async () => {
    const { t, vault } = await backedUp();
    const registrar = { login: 'registrar', name: 'Вымышленный', role: 'registrar', passphrase: 'третья вымышленная фраза' } as const;
    await vault.enrol(registrar);
    await vault.backup.write({ ...quietly, folder: onMedium(t), medium: medium.id, generation: 2 });
    vault.lock();
    const tries: readonly (readonly [Parameters<typeof restore>[3], object])[] = [
      [{ second: director }, { code: 'forbidden', place: 'samePerson' }],
      [{ second: { ...director, login: director.login.toUpperCase() } }, { code: 'forbidden', place: 'samePerson' }],
      [{ second: { ...security, passphrase: 'не та' } }, { code: 'wrongPassphrase', place: security.login }],
      [{ first: { ...director, passphrase: 'не та' } }, { code: 'wrongPassphrase', place: director.login }],
      [{ second: { login: 'nobody', passphrase: 'x' } }, { code: 'noSuchOfficer' }],
      [{ second: registrar }, { code: 'forbidden', place: 'second' }],
      [{ first: registrar }, { code: 'forbidden' }],
    ];
    for (const [more, error] of tries) await expect(restore(t, 'again', 2, more), JSON.stringify(more)).rejects.toMatchObject(error);
    expect(existsSync(join(t.root, 'again'))).toBe(false);
    await restore(t, 'again', 2, { first: security, second: director });
    const again = await unlockVault(join(t.root, 'again'), { ...t.surroundings, ...director });
    const [act] = again.journal.page({ kind: 'backup.restored' }, null, 1).acts;
    expect(act).toMatchObject({ second: again.identity.officer.id, cosignature: expect.stringMatching(/^[0-9a-f]{128}$/) });
    expect(act?.officer).not.toBe(act?.second);
    expect(finish(again.journal.verify()).broken).toBeUndefined();
    again.lock();
  });

  it('takes the generation asked for; an older one is the older vault', async () => {
    const { t, vault } = await backedUp(2);
    vault.lock();
    expect(lookAtMedium(onMedium(t))).toMatchObject({ number: medium.number, generations: [{ generation: 1, trouble: null, logins: [director.login, security.login] }, { generation: 2, trouble: null }] });
    await restore(t, 'older', 1);
    const older = await unlockVault(join(t.root, 'older'), { ...t.surroundings, ...director });
    expect(textsOf(older)).not.toContain('после копии 1');
    older.lock();
    await expect(restore(t, 'none', 3)).rejects.toMatchObject({ code: 'missing', place: 'medium generation 3' });
  });

  it('is refused a generation whose file was altered anywhere, and it is listed as damaged', async () => {
    const { t, vault } = await backedUp();
    vault.lock();
    const path = generationFile(t, 1);
    const text = readFileSync(path, 'utf8');
    for (const at of [1, 30, 200, Math.floor(text.length / 2), text.length - 5]) {
      writeFileSync(path, `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`);
      await expect(restore(t, 'again', 1)).rejects.toMatchObject({ code: 'damaged', place: 'medium generation 1' });
      expect(lookAtMedium(onMedium(t)).generations[0]?.trouble).toBe('damaged');
    }
    for (const bytes of ['', '{}', text.slice(0, -1), text.repeat(2)]) {
      writeFileSync(path, bytes);
      await expect(restore(t, 'again', 1)).rejects.toMatchObject({ code: 'damaged' });
    }
    expect(existsSync(join(t.root, 'again'))).toBe(false);
  });

  it('is refused a manifest put together by somebody who holds no key of an officer, and a path that leads out of the vault', async () => {
    const { t, vault } = await backedUp();
    vault.lock();
    const path = generationFile(t, 1);
    const whole: { body: Record<string, unknown>; sha256: string } = JSON.parse(readFileSync(path, 'utf8'));
    const { createHash } = await import('node:crypto');
    const forge = (change: Record<string, unknown>): void => {
      const body = { ...whole.body, ...change } as never;
      writeFileSync(path, `${canonical({ body, sha256: createHash('sha256').update(canonical(body)).digest('hex') })}\n`);
    };
    for (const change of [{ at: '2030-01-01T00:00:00' }, { vault: 'f'.repeat(32) }, { manifest: Buffer.from('другой').toString('base64') }, { generation: 2 }]) {
      forge(change);
      await expect(restore(t, 'again', 1), JSON.stringify(change)).rejects.toMatchObject({ code: 'damaged' });
    }
    const { safePath } = await import('./form.ts');
    for (const bad of ['../x', '/etc/passwd', 'holdings/../../x', 'a//b', '', '.ssh/x', 'C:\\x', 'a/./b', 'a\u0000b', 'a/b/c/d/e/f']) expect(safePath.safeParse(bad).success, bad).toBe(false);
  });

  it('leaves nothing that stands as a vault when it is cancelled, and the next one clears away what a cut left', async () => {
    const { t, vault } = await backedUp();
    vault.lock();
    const stop = new AbortController();
    await expect(restore(t, 'again', 1, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(t.root).toSorted()).toEqual(['medium', 'source.bin', 'vault']);
    mkdirSync(join(t.root, '.restoring-again-0123456789abcdef'));
    await restore(t, 'again', 1);
    expect(readdirSync(t.root).toSorted()).toEqual(['again', 'medium', 'source.bin', 'vault']);
  });
});
