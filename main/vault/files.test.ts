import { createHash, randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { frameBytes } from './frames.ts';
import type { OpenVault } from './vault.ts';
import { cleanTrials, director, enrolWithGrant, holding, noteTaken, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

async function readWhole(vault: OpenVault, fileId: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of vault.files.read(holding, fileId)) parts.push(part);
  return Buffer.concat(parts);
}

const staging = (t: Trial): string[] => readdirSync(join(t.folder, 'staging'));

function sourceOf(t: Trial, bytes: Uint8Array): string {
  const path = join(t.root, `source-${bytes.length}.bin`);
  writeFileSync(path, bytes);
  return path;
}

describe('files of a vault', () => {
  it('of any length are taken in sealed, adopted by an act and read back to the byte', async () => {
    const t = trial();
    const vault = await t.create();
    for (const length of [0, 1, frameBytes, 2 * frameBytes + 5]) {
      const bytes = randomBytes(length);
      const seen: number[] = [];
      const staged = await vault.files.stage(sourceOf(t, bytes), { onProgress: (done) => seen.push(done) });
      expect(staged).toMatchObject({ size: length, sha256: createHash('sha256').update(bytes).digest('hex') });
      expect(seen.at(-1)).toBe(length);
      expect(vault.files.staged()).toEqual([staged]);
      vault.commit([noteTaken(staged.fileId)], { adopt: [{ fileId: staged.fileId, holding }] });
      expect(vault.files.staged()).toEqual([]);
      expect(staging(t)).toEqual([]);
      expect((await readWhole(vault, staged.fileId)).equals(bytes)).toBe(true);
    }
    vault.lock();
  });

  it('survive a crash while staged, together with the draft that names them', async () => {
    const t = trial();
    const vault = await t.create();
    const { fileId } = await vault.files.stage(sourceOf(t, randomBytes(3000)));
    writeFileSync(join(t.folder, 'staging', 'halfway.partial'), 'cut off');
    const image = t.copy('crash');
    vault.lock();
    const again = await image.unlock();
    expect(again.files.staged().map((one) => one.fileId)).toEqual([fileId]);
    expect(staging(image)).toEqual([fileId]);
    again.commit([noteTaken('x')], { adopt: [{ fileId, holding }] });
    expect((await readWhole(again, fileId)).length).toBe(3000);
    again.lock();
  });

  it('come home after a crash at any step of the commit that adopts them', async () => {
    const t = trial();
    const bytes = randomBytes(5000);
    const images: [string, Trial][] = [];
    let armed = false;
    (await t.create()).lock();
    const vault = await t.unlock(director, { at: (step) => { if (armed) images.push([step, t.copy(`crash-${step}`)]); } });
    const { fileId } = await vault.files.stage(sourceOf(t, bytes));
    armed = true;
    vault.commit([noteTaken('x')], { adopt: [{ fileId, holding }] });
    armed = false;
    vault.lock();
    for (const [step, image] of images) {
      const found = await image.unlock();
      const adopted = found.journal.count({ kind: 'note.taken' }) === 1;
      if (!adopted) {
        expect(found.files.staged().map((one) => one.fileId), step).toEqual([fileId]);
        expect(found.commit([noteTaken('x')], { adopt: [{ fileId, holding }] }).length, step).toBeGreaterThan(0);
      }
      expect((await readWhole(found, fileId)).equals(bytes), step).toBe(true);
      expect(staging(image), step).toEqual([]);
      found.lock();
    }
  });

  it('are refused by name when they are no files, too large, or change while they are read', async () => {
    const t = trial();
    const vault = await t.create();
    const path = sourceOf(t, randomBytes(3 * frameBytes));
    symlinkSync(path, join(t.root, 'link'));
    mkdirSync(join(t.root, 'folder'));
    execFileSync('mkfifo', [join(t.root, 'pipe')]);
    writeFileSync(join(t.root, 'huge'), '');
    truncateSync(join(t.root, 'huge'), 2 * 1024 ** 3 + 1);
    const stage = (name: string) => vault.files.stage(join(t.root, name));
    await expect(stage('none')).rejects.toMatchObject({ code: 'missing' });
    for (const name of ['link', 'folder', 'pipe']) await expect(stage(name), name).rejects.toMatchObject({ code: 'notAFile' });
    await expect(stage('huge')).rejects.toMatchObject({ code: 'tooLarge' });
    let grown = false;
    await expect(vault.files.stage(path, { onProgress: () => {
      if (!grown) appendFileSync(path, 'ещё');
      grown = true;
    } })).rejects.toMatchObject({ code: 'changed' });
    expect(staging(t)).toEqual([]);
    expect(vault.files.staged()).toEqual([]);
    vault.lock();
  });

  it('stop when cancelled and when the vault is locked, and leave nothing', async () => {
    const t = trial();
    const vault = await t.create();
    const path = sourceOf(t, randomBytes(4 * frameBytes));
    const stop = new AbortController();
    await expect(vault.files.stage(path, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    const { fileId } = await vault.files.stage(path);
    vault.commit([noteTaken('x')], { adopt: [{ fileId, holding }] });
    await expect(vault.files.stage(path, { onProgress: () => vault.lock() })).rejects.toMatchObject({ code: 'locked' });
    expect(staging(t)).toEqual([]);
    const again = await t.unlock();
    await expect((async () => {
      for await (const part of again.files.read(holding, fileId)) {
        expect(part.length).toBe(frameBytes);
        again.lock();
      }
    })()).rejects.toMatchObject({ code: 'locked' });
  });

  it('of another officer, unknown ones and discarded ones are not there', async () => {
    const t = trial();
    const vault = await t.create();
    await enrolWithGrant(vault, { login: 'reg', name: 'Вымышленный', role: 'registrar', passphrase: 'фраза' });
    const { fileId } = await vault.files.stage(sourceOf(t, randomBytes(10)));
    vault.lock();
    const registrar = await t.unlock({ login: 'reg', passphrase: 'фраза' });
    expect(registrar.files.staged()).toEqual([]);
    expect(() => registrar.files.discard(fileId)).toThrow(expect.objectContaining({ code: 'noSuchFile' }));
    expect(() => registrar.commit([noteTaken('x')], { adopt: [{ fileId, holding }] })).toThrow(expect.objectContaining({ code: 'noSuchFile' }));
    registrar.lock();
    const again = await t.unlock();
    expect(again.journal.count({ kind: 'note.taken' })).toBe(0);
    again.files.discard(fileId);
    expect(again.files.staged()).toEqual([]);
    again.commit([noteTaken('x')]);
    await expect(readWhole(again, fileId)).rejects.toMatchObject({ code: 'noSuchFile' });
    again.lock();
  });

  it('that are altered, cut, swapped or gone are named as damage', async () => {
    const t = trial();
    const vault = await t.create();
    const first = await vault.files.stage(sourceOf(t, randomBytes(frameBytes + 100)));
    const second = await vault.files.stage(sourceOf(t, randomBytes(2000)));
    vault.commit([noteTaken('x')], { adopt: [{ fileId: first.fileId, holding }, { fileId: second.fileId, holding }] });
    const [folder] = readdirSync(join(t.folder, 'holdings'));
    const place = (fileId: string): string => join(t.folder, 'holdings', folder ?? '', 'files', fileId);
    const sound = readFileSync(place(first.fileId));
    for (const bad of [sound.subarray(0, sound.length - 1), sound.subarray(0, frameBytes + 31), sound.subarray(0, 0), Buffer.concat([sound, sound]), readFileSync(place(second.fileId)), sound.with(sound.length - 3, (sound.at(-3) ?? 0) ^ 1)]) {
      writeFileSync(place(first.fileId), bad);
      await expect(readWhole(vault, first.fileId)).rejects.toMatchObject({ code: 'damaged', place: `holding ${holding} file ${first.fileId}` });
    }
    rmSync(place(first.fileId));
    await expect(readWhole(vault, first.fileId)).rejects.toMatchObject({ code: 'missing' });
    expect((await readWhole(vault, second.fileId)).length).toBe(2000);
    expect(existsSync(place(second.fileId))).toBe(true);
    vault.lock();
  });
});
