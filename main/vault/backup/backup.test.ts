import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { lookAtMedium, type OpenVault } from '../vault.ts';
import { cleanTrials, director, holding, noteTaken, opened, textsOf, trial, type Trial } from '../vault.fixture.ts';
import { attach, medium, objectsOn, onMedium, quietly, restore, security, vaultWith } from './backup.fixture.ts';

afterEach(cleanTrials);

async function start(lengths: readonly number[] = [10, 5_000_000, 0]): Promise<{ t: Trial; vault: OpenVault; files: string[] }> {
  const t = trial();
  mkdirSync(onMedium(t));
  const { vault, files } = await vaultWith(t, lengths);
  vault.backup.mark(onMedium(t), medium);
  return { t, vault, files };
}

const write = (vault: OpenVault, t: Trial, generation: number) => vault.backup.write({ ...quietly, folder: onMedium(t), medium: medium.id, generation });

async function hashOf(vault: OpenVault, fileId: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const bytes of vault.files.read(holding, fileId)) digest.update(bytes);
  return digest.digest('hex');
}

describe('a backup', () => {
  it('is read back, opened and compared, and put back it is the vault as it stood, saying first from what it was made and by whom', async () => {
    const { t, vault, files } = await start();
    const before = await Promise.all(files.map((one) => hashOf(vault, one)));
    const made = await write(vault, t, 1);
    vault.commit([noteTaken('после копии'), opened(1)]);
    const proof = await made.prove(quietly);
    expect(proof).toMatchObject({ generation: 1, head: made.head, medium: medium.id, stores: 3, opened: 3 });
    vault.lock();

    t.clock.set('2026-11-23T10:00:00');
    const restored = await restore(t, 'again', 1);
    expect(restored).toEqual({ generation: 1, at: '2026-11-22T09:00:00', head: made.head, acts: made.head.seq });
    const again = await t.unlock(director, {}).catch(() => undefined);
    again?.lock();
    const other = { ...t, folder: join(t.root, 'again') };
    const back = await import('../vault.ts').then(({ unlockVault }) => unlockVault(other.folder, { ...t.surroundings, ...director }));
    expect(textsOf(back)).toEqual(['вложение 0', 'вложение 1', 'вложение 2', 'запись первая']);
    expect(await Promise.all(files.map((one) => hashOf(back, one)))).toEqual(before);
    expect(finish(back.journal.verify()).broken).toBeUndefined();
    expect(finish(back.rebuild())).toEqual({ differences: [], lost: [] });
    const [first] = back.journal.page({ kind: 'backup.restored' }, null, 5).acts;
    expect(first).toMatchObject({ seq: made.head.seq + 1, at: '2026-11-23T10:00:00', workstation: 'АРМ-2', open: { generation: 1, medium: medium.id, seq: made.head.seq, head: made.head.hash } });
    expect(JSON.stringify(first?.open)).toContain(back.officers().find(({ login }) => login === security.login)?.id ?? '?');
    back.lock();
  });

  it('is of one moment, while the officer goes on working, and leaves the vault as it was', async () => {
    const { t, vault } = await start([9_000_000, 9_000_000]);
    let copying = false;
    const onProgress = (stage: string): void => {
      if (copying || stage !== 'copying') return;
      copying = true;
      for (let n = 0; n < 400; n += 1) vault.commit([noteTaken(`во время копии ${n} ${'ж'.repeat(2000)}`), noteTaken(`новая ${n}`, 'TJ-01/LOWER')]);
    };
    const made = await vault.backup.write({ ...quietly, folder: onMedium(t), medium: medium.id, generation: 1, onProgress });
    expect(copying).toBe(true);
    const proof = await made.prove(quietly);
    expect(proof.opened).toBe(3);
    vault.lock();
    await restore(t, 'again', 1);
    const { unlockVault } = await import('../vault.ts');
    const back = await unlockVault(join(t.root, 'again'), { ...t.surroundings, ...director });
    expect(textsOf(back)).toEqual(['вложение 0', 'вложение 1', 'запись первая']);
    expect(back.holdings()).toEqual(['KZ-01/UPPER', 'UZ-01/LOWER']);
    back.lock();
    const live = await t.unlock();
    expect(textsOf(live)).toHaveLength(403);
    expect(finish(live.journal.verify()).broken).toBeUndefined();
    live.lock();
  });

  it('writes what has not changed no second time, and finds what a cut left behind', async () => {
    const { t, vault } = await start([6_000_000, 20]);
    await write(vault, t, 1);
    const before = objectsOn(t);
    await attach(vault, t, 100, 'ещё одно');
    const second = await write(vault, t, 2);
    expect(second.bytes).toBeGreaterThan(6_000_000);
    expect(second.freshBytes).toBeLessThan(1_500_000);
    expect(objectsOn(t)).toEqual(expect.arrayContaining(before));
    // As if the third had been cut off before its manifest stood: its objects lie there.
    await attach(vault, t, 5_000_000, 'большое');
    await write(vault, t, 3);
    for (const name of ['000003.json', '000003.objects']) rmSync(join(onMedium(t), 'grif-backup/generations', name));
    expect(vault.backup.generations(onMedium(t))).toEqual([1, 2]);
    const again = await write(vault, t, 3);
    expect(again.freshBytes).toBeLessThan(1_500_000);
    await again.prove(quietly);
    expect(vault.backup.generations(onMedium(t))).toEqual([1, 2, 3]);
    vault.lock();
  });

  it('can be cancelled, and a lock ends it; neither leaves a generation', async () => {
    const { t, vault } = await start([9_000_000]);
    const stop = new AbortController();
    await expect(vault.backup.write({ folder: onMedium(t), medium: medium.id, generation: 1, signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    vault.commit([noteTaken('работа идёт дальше')]);
    await expect(vault.backup.write({ ...quietly, folder: onMedium(t), medium: medium.id, generation: 1, onProgress: () => vault.lock() })).rejects.toMatchObject({ code: 'locked' });
    expect(lookAtMedium(onMedium(t)).generations).toEqual([]);
    const again = await t.unlock();
    expect(textsOf(again).at(-1)).toBe('работа идёт дальше');
    again.lock();
  });

  it('does not count when an object is lost, cut or altered by a bit, and the file it belongs to is named', async () => {
    const { t, vault, files } = await start([5_000_000]);
    const made = await write(vault, t, 1);
    const objects = objectsOn(t).toSorted();
    for (const [n, path] of objects.entries()) {
      const whole = readFileSync(path);
      const hurt = [
        () => rmSync(path), () => truncateSync(path, whole.length - 1),
        () => { const bytes = Buffer.from(whole); bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 4; writeFileSync(path, bytes); },
      ][n % 3];
      hurt?.();
      await expect(made.prove(quietly)).rejects.toMatchObject({ code: 'damaged', place: expect.stringMatching(/^medium generation 1 (registry\.db|heads\.log|holdings\/)/) });
      await expect(restore(t, 'again', 1)).rejects.toMatchObject({ code: 'damaged' });
      writeFileSync(path, whole);
    }
    expect(existsSync(join(t.root, 'again'))).toBe(false);
    expect(readdirSync(t.root).filter((name) => name.startsWith('.'))).toEqual([]);
    await made.prove(quietly);
    // An object that rotted is told from a whole one by the reading back, and the next backup makes it good.
    const sealed = objects.toSorted((a, b) => readFileSync(b).length - readFileSync(a).length)[0] ?? '';
    writeFileSync(sealed, Buffer.alloc(readFileSync(sealed).length));
    await expect((await write(vault, t, 2)).prove(quietly)).rejects.toMatchObject({ code: 'damaged' });
    await (await write(vault, t, 3)).prove(quietly);
    await vault.backup.prove({ ...quietly, folder: onMedium(t), generation: 1 });
    expect(files).toHaveLength(1);
    vault.lock();
  }, 60_000);

  it('is kept in generations; one is removed with what no other needs', async () => {
    const { t, vault } = await start([5_000_000]);
    await write(vault, t, 1);
    await attach(vault, t, 4_500_000, 'второе');
    const second = await write(vault, t, 2);
    const full = objectsOn(t).length;
    expect((await vault.backup.remove(onMedium(t), 1)).objects).toBeGreaterThan(0);
    expect(objectsOn(t).length).toBeLessThan(full);
    await second.prove(quietly);
    await expect(vault.backup.remove(onMedium(t), 1)).rejects.toMatchObject({ code: 'missing' });
    vault.lock();
    await restore(t, 'again', 2);
  });

  it('keeps what another generation needs, also when a bit of the list of that one was altered: nothing is removed by it', async () => {
    const { t, vault } = await start([3000]);
    await write(vault, t, 1);
    await write(vault, t, 2);
    const list = join(onMedium(t), 'grif-backup/generations/000002.objects');
    const whole = readFileSync(list, 'utf8');
    const full = objectsOn(t).length;
    for (const bad of [whole.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a')), whole.slice(65 + whole.slice(65).indexOf('\n')), '']) {
      writeFileSync(list, bad);
      await expect(vault.backup.remove(onMedium(t), 1)).rejects.toMatchObject({ code: 'damaged', place: 'medium generation 2' });
      expect(objectsOn(t).length).toBe(full);
    }
    writeFileSync(list, whole);
    await vault.backup.remove(onMedium(t), 1);
    vault.lock();
    await restore(t, 'again', 2);
  });

  it('names no content and no clear name of a holding on the medium', async () => {
    const { t, vault } = await start([100]);
    vault.commit([noteTaken('КАНАРЕЙКА-7719 на носителе')]);
    await write(vault, t, 1);
    for (const entry of readdirSync(onMedium(t), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      for (const word of ['КАНАРЕЙКА', 'UZ-01', 'KZ-01', director.passphrase, 'SQLite format 3', medium.number]) {
        if (word === medium.number && entry.name === 'medium.json') continue;
        expect(bytes.includes(word), `${entry.name} ${word}`).toBe(false);
      }
    }
    vault.lock();
  });
});
