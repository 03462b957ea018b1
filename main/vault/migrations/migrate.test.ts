import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { inspectVault, unlockVault } from '../vault.ts';
import { attach, security } from '../backup/backup.fixture.ts';
import { cleanTrials, director, holding, noteTaken, textsOf, trial, type Trial } from '../vault.fixture.ts';
import { migrate } from './migrate.fixture.ts';
import type { Migration } from './types.ts';

afterEach(cleanTrials);

/** Made up: one that marks every store, one that fails, one that loses something. */
const marks: Migration = {
  number: 1, name: 'marks',
  registry: (db) => db.exec('CREATE TABLE mark (n INTEGER PRIMARY KEY) STRICT'),
  holding: (db, name) => db.exec(`CREATE TABLE mark (holding TEXT NOT NULL) STRICT; INSERT INTO mark VALUES ('${name}')`),
};
const fails: Migration = { number: 2, name: 'fails', holding: () => { throw new Error('a fault of this migration'); } };
const loses: Migration = { number: 2, name: 'loses', holding: (db) => { db.exec('DELETE FROM record WHERE n = 1'); } };

async function old(): Promise<{ t: Trial; fileId: string }> {
  const t = trial();
  const vault = await t.create({ migrations: [] });
  await vault.enrol(security);
  const fileId = await attach(vault, t, 3000, 'с вложением');
  vault.commit([noteTaken('другая', 'KZ-01/UPPER')]);
  vault.lock();
  return { t, fileId };
}

const beside = (t: Trial): string[] => readdirSync(t.root).filter((name) => name !== 'source.bin').toSorted();

describe('a migration', () => {
  it('is run on a copy, verified, and swapped in; the vault as it was is kept and still opens to the program that made it', async () => {
    const { t, fileId } = await old();
    expect(await migrate(t, [marks])).toEqual({ from: 0, to: 1, kept: `${t.folder}.before-1` });
    expect(beside(t)).toEqual(['vault', 'vault.before-1']);
    const vault = await t.unlock(director, { migrations: [marks] });
    expect(vault.holding('KZ-01/UPPER')?.prepare<[], { holding: string }>('SELECT holding FROM mark').get()).toEqual({ holding: 'KZ-01/UPPER' });
    const parts: Uint8Array[] = [];
    for await (const part of vault.files.read(holding, fileId)) parts.push(part);
    expect(Buffer.concat(parts)).toHaveLength(3000);
    vault.commit([noteTaken('новая')]);
    vault.lock();
    const kept = await unlockVault(`${t.folder}.before-1`, { ...t.surroundings, ...director, migrations: [] });
    expect(textsOf(kept)).toEqual(['с вложением']);
    expect(finish(kept.journal.verify()).broken).toBeUndefined();
    kept.lock();
  });

  it('is wanted before an older vault is opened, and a vault that has been through more is refused', async () => {
    const { t } = await old();
    await expect(t.unlock(director, { migrations: [marks] })).rejects.toMatchObject({ code: 'outdated', stands: ['registry', 'journal', 'holdings', 'header'] });
    await migrate(t, [marks]);
    await expect(t.unlock(director, { migrations: [] })).rejects.toMatchObject({ code: 'newer' });
    await expect(migrate(t, [])).rejects.toMatchObject({ code: 'newer' });
    (await t.unlock(director, { migrations: [marks] })).lock();
  });

  it('that fails, loses a content, is cancelled, or lacks a key or the passphrase, leaves the vault as it was and nothing beside it', async () => {
    const { t } = await old();
    const stop = new AbortController();
    stop.abort();
    const tries: readonly (readonly [readonly Migration[], Parameters<typeof migrate>[2], object])[] = [
      [[marks, fails], {}, { message: 'a fault of this migration' }], [[marks, loses], {}, { code: 'damaged' }], [[marks], { signal: stop.signal }, { code: 'cancelled' }],
      [[marks], { login: security.login, passphrase: security.passphrase }, { code: 'forbidden' }], [[marks], { passphrase: 'не та' }, { code: 'wrongPassphrase' }],
    ];
    for (const [migrations, more, error] of tries) {
      const header = readFileSync(join(t.folder, 'vault.json'), 'utf8');
      await expect(migrate(t, migrations, more), JSON.stringify(error)).rejects.toMatchObject(error);
      expect(beside(t)).toEqual(['vault']);
      expect(readFileSync(join(t.folder, 'vault.json'), 'utf8')).toBe(header);
    }
    t.clock.set('2026-11-22T10:00:00');
    const vault = await t.unlock(director, { migrations: [] });
    expect(textsOf(vault)).toEqual(['с вложением']);
    vault.lock();
  });

  it('cut off at any step leaves the one vault or the other, whole, and can be begun again', async () => {
    for (const at of ['copied', 'migrated', 'verified', 'ready', 'parted', 'swapped'] as const) {
      const { t } = await old();
      class Cut extends Error {}
      // What a power cut leaves is what lies there at this moment: nothing that runs afterwards may clear it away.
      let image: Trial | undefined;
      const root = trial();
      await migrate(t, [marks], { step: (step) => {
        if (step !== at) return;
        image = { ...root, folder: join(root.root, 'vault') };
        for (const name of beside(t)) cpSync(join(t.root, name), join(root.root, name), { recursive: true, filter: (path) => !path.endsWith('vault.lock') });
        throw new Cut();
      } }).catch((error: unknown) => { if (!(error instanceof Cut)) throw error; });
      if (image === undefined) throw new Error(`never came to ${at}`);
      expect(inspectVault(image.folder)?.logins, at).toEqual([director.login, security.login]);
      const done = at === 'parted' || at === 'swapped';
      const vault = await unlockVault(image.folder, { ...t.surroundings, ...director, migrations: done ? [marks] : [] });
      expect(textsOf(vault), at).toEqual(['с вложением']);
      expect(finish(vault.journal.verify()).broken).toBeUndefined();
      expect(finish(vault.rebuild())).toEqual({ differences: [], lost: [] });
      vault.lock();
      if (done) continue;
      await migrate(image, [marks]);
      (await unlockVault(image.folder, { ...t.surroundings, ...director, migrations: [marks] })).lock();
      expect(beside(image)).toEqual(['vault', 'vault.before-1']);
    }
  }, 60_000);
});
