import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { finish } from './steps.ts';
import { VaultError, type OpenVault } from './vault.ts';
import { cleanTrials, director, holding, noteTaken, opened, textsOf, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => relative(folder, join(one.parentPath, one.name))).toSorted();
}

/** Every byte is looked at in some way: unlocking, the journal, each holding, the attachment, a full rebuild. */
async function readAll(t: Trial, fileId: string): Promise<string[]> {
  const found: string[] = [];
  let vault: OpenVault | undefined;
  try {
    vault = await t.unlock(director);
    const { broken } = finish(vault.journal.verify());
    if (broken !== undefined) found.push(`journal ${broken.seq} ${broken.reason}`);
    const { differences, lost } = finish(vault.rebuild());
    for (const one of [...differences, ...lost]) found.push(JSON.stringify(one));
    expect(textsOf(vault)).toEqual(['первая', 'вторая']);
    for await (const part of vault.files.read(holding, fileId)) if (part.length === 0) found.push('empty');
    const told = vault.journal.page({ kind: 'session.refused' }, null, 1).acts[0]?.open;
    // The wrong passphrase of before is told to everybody, and says nothing of damage.
    if (told !== undefined && !JSON.stringify(told).includes('"login"')) found.push(JSON.stringify(told));
    const unlocked = vault.journal.page({ kind: 'session.unlocked' }, null, 1).acts[0]?.open;
    if (JSON.stringify(unlocked).includes('headCompleted')) found.push('head completed');
    const flaw = vault.headerFlaw();
    if (flaw !== undefined) found.push(`${flaw.code} ${flaw.place}`);
    if (vault.journal.count({ kind: 'journal.indexRebuilt' }) > 0) found.push('index rebuilt');
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    found.push(`${error.code} ${error.place}`);
  } finally {
    vault?.lock();
  }
  return found;
}

describe('a lost write-ahead log', () => {
  /** The vault as a crash leaves it, its last commits still in the logs. */
  async function crashed(): Promise<Trial> {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('первая')]);
    vault.commit([noteTaken('вторая')]);
    const image = t.copy('crashed');
    vault.lock();
    return image;
  }
  const logs = (t: Trial) => filesOf(t.folder).filter((name) => name.endsWith('-wal'));

  it('is whole after a crash', async () => {
    const image = await crashed();
    expect(logs(image).length).toBe(2);
    const vault = await image.unlock();
    expect(textsOf(vault)).toEqual(['первая', 'вторая']);
    vault.lock();
  });

  it('of the registry is a journal behind its heads', async () => {
    for (const spoil of [(log: Buffer) => log.subarray(0, 0), (log: Buffer) => log.subarray(0, log.length - 5000), (log: Buffer) => Buffer.concat([log.subarray(0, 200), Buffer.from([log[200] === 0 ? 1 : 0]), log.subarray(201)])]) {
      const image = await crashed();
      const [name] = logs(image).filter((one) => one.startsWith('registry'));
      const path = join(image.folder, name ?? '');
      writeFileSync(path, spoil(readFileSync(path)));
      await expect(image.unlock()).rejects.toMatchObject({ code: expect.stringMatching(/^(rolledBack|damaged)$/) });
    }
  });

  it('of a holding is damage of that holding, and the rest stands', async () => {
    const image = await crashed();
    const [name] = logs(image).filter((one) => one.startsWith('holdings'));
    writeFileSync(join(image.folder, name ?? ''), '');
    const vault = await image.unlock();
    expect(() => vault.holding(holding)).toThrow(expect.objectContaining({ code: 'damaged', stands: ['registry', 'journal', 'otherHoldings'] }));
    vault.commit([noteTaken('в другом', 'KZ-01/UPPER')]);
    expect(textsOf(vault, 'KZ-01/UPPER')).toEqual(['в другом']);
    vault.lock();
  });
});

describe('a flipped byte', () => {
  it('in any file of a vault is refused or named, and never read as if nothing were', async () => {
    const t = trial();
    const vault = await t.create();
    const source = join(t.root, 'letter.bin');
    writeFileSync(source, Buffer.alloc(5000, 7));
    const { fileId } = await vault.files.stage(source);
    vault.commit([noteTaken('первая')], { adopt: [{ fileId, holding }] });
    vault.commit([noteTaken('вторая'), opened(1)]);
    expect(vault.journal.kinds()).toContain('note.taken');
    vault.lock();
    await expect(t.unlock({ ...director, passphrase: 'не та' })).rejects.toMatchObject({ code: 'wrongPassphrase' });
    const all = filesOf(t.folder);
    expect(all.map((name) => name.replaceAll(/[0-9a-f]{32}|[a-z2-7]{20}/g, '*'))).toEqual(['attempts.json', 'heads.log', 'holdings/*/files/*', 'holdings/*/store.db', 'journal.db', 'registry.db', 'vault.copy.json', 'vault.json']);
    let copies = 0;
    for (const name of all) {
      const size = statSync(join(t.folder, name)).size;
      // Headers, page borders, the middle and the end; every store page is authenticated as one.
      const places = [0, 16, 20, 23, 24, 99, 150, 4096, Math.floor(size / 2), size - 1].filter((at) => at < size);
      for (const at of new Set(places)) {
        copies += 1;
        const bad = t.copy(`bad-${copies}`);
        const bytes = readFileSync(join(bad.folder, name));
        bytes[at] = (bytes[at] ?? 0) ^ 0x10;
        writeFileSync(join(bad.folder, name), bytes);
        const found = await readAll(bad, fileId);
        if (name === 'attempts.json') expect(found, `${name} ${at}`).toEqual(['{"damaged":"attempts.json"}']);
        else if (name.startsWith('vault.')) expect(found, `${name} ${at}`).toEqual([`damaged ${name}`]);
        // The first sixteen bytes of a store are the cipher's salt, which a raw key makes no use of; a later page may be free. Where nothing was found all was read, and was whole.
        else if (!name.endsWith('.db') || (at >= 16 && at < 4096)) expect(found, `${name} ${at}`).not.toEqual([]);
      }
    }
  });
});
