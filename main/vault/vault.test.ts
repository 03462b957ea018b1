import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeChecked } from './durable.ts';
import { finish } from './steps.ts';
import { inspectVault, VaultError } from './vault.ts';
import { cleanTrials, director, holding, noteTaken, opened, textsOf, trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const wrong = { login: director.login, passphrase: 'другая фраза' };

describe('a vault', () => {
  it('opens with the passphrase and shows again what was committed', async () => {
    const t = trial();
    expect(inspectVault(t.folder)).toBeUndefined();
    const vault = await t.create();
    expect(vault.identity).toMatchObject({ demonstration: false, officer: { login: director.login, role: 'director' } });
    expect(vault.commit([noteTaken('первая')]).map(({ kind }) => kind)).toEqual(['holding.opened', 'note.taken']);
    expect(textsOf(vault)).toEqual(['первая']);
    vault.lock();
    const again = await t.unlock();
    expect(textsOf(again)).toEqual(['первая']);
    expect(finish(again.journal.verify()).broken).toBeUndefined();
    expect(finish(again.rebuild())).toEqual({ differences: [], lost: [] });
    expect(inspectVault(t.folder)).toMatchObject({ demonstration: false, format: 3, logins: [director.login] });
    again.lock();
  });

  it('is made whole or not at all, and never over something else', async () => {
    const t = trial();
    mkdirSync(t.folder);
    writeFileSync(join(t.folder, 'letter.txt'), 'чужое');
    await expect(t.create()).rejects.toMatchObject({ code: 'exists' });
    expect(readdirSync(t.root)).toEqual(['vault']);
    rmSync(join(t.folder, 'letter.txt'));
    await expect(t.create({ kdf: { memoryKiB: 64, passes: 1, lanes: 1 } })).rejects.toMatchObject({ code: 'weakKdf' });
    (await t.create({ demonstration: true })).lock();
    expect(inspectVault(t.folder)?.demonstration).toBe(true);
    await expect(t.create()).rejects.toMatchObject({ code: 'exists' });
  });

  it('gives nothing after lock: stores, journal, keys and files are closed', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('x')]);
    const key = vault.derive('officer', 'drafts');
    const db = vault.holding(holding);
    const statement = vault.registry.prepare('SELECT 1');
    vault.lock();
    vault.lock();
    for (const ask of [
      () => vault.commit([opened(1)]), () => vault.holding(holding), () => vault.holdings(), () => vault.journal.head(), () => key.seal(new Uint8Array(1)),
      () => vault.derive('vault', 'matching'), () => db?.prepare('SELECT 1'), () => statement.get(), () => vault.officers(), () => finish(vault.rebuild()), () => vault.files.staged(),
    ]) expect(ask).toThrow(expect.objectContaining({ code: 'locked' }));
    await expect(vault.enrol({ login: 'a', name: 'b', role: 'analyst', passphrase: 'c' })).rejects.toMatchObject({ code: 'locked' });
    await expect(vault.files.stage(join(t.root, 'x'))).rejects.toMatchObject({ code: 'locked' });
    const again = await t.unlock();
    expect(again.journal.page({ kind: 'session.' }, null, 10).acts.map(({ kind }) => kind)).toEqual(['session.unlocked', 'session.locked', 'session.unlocked']);
    again.lock();
  });

  it('makes wrong passphrases wait longer and longer, also over a restart, and writes them down at the next opening', async () => {
    const t = trial();
    (await t.create()).lock();
    await expect(t.unlock(wrong)).rejects.toMatchObject({ code: 'wrongPassphrase', retryAt: undefined });
    await expect(t.unlock(wrong)).rejects.toMatchObject({ code: 'wrongPassphrase', retryAt: undefined });
    await expect(t.unlock(wrong)).rejects.toMatchObject({ code: 'wrongPassphrase', retryAt: '2026-11-22T09:00:01' });
    await expect(t.unlock()).rejects.toMatchObject({ code: 'tooSoon', retryAt: '2026-11-22T09:00:01' });
    t.clock.set('2026-11-22T09:00:01');
    await expect(t.unlock(wrong)).rejects.toMatchObject({ code: 'wrongPassphrase', retryAt: '2026-11-22T09:00:03' });
    // A clock set back by a year neither opens the door nor shuts it for a year.
    t.clock.set('2025-11-22T09:00:00');
    await expect(t.unlock()).rejects.toMatchObject({ code: 'tooSoon', retryAt: '2025-11-22T09:00:02' });
    t.clock.set('2026-11-22T09:10:00');
    const vault = await t.unlock();
    const refused = vault.journal.page({ kind: 'session.refused' }, null, 10).acts;
    expect(refused.map(({ open }) => open)).toEqual(['03', '00', '00', '00'].map((_, index) => ({ login: director.login, at: `2026-11-22T09:00:0${index === 0 ? 1 : 0}`, workstation: 'АРМ-1' })));
    expect(refused[0]).toMatchObject({ result: 'refused', subject: vault.identity.officer.id });
    vault.lock();
    (await t.unlock()).lock();
  });

  it('tells an unknown login, a missing vault, a newer vault and a vault in use apart from a wrong passphrase', async () => {
    const t = trial();
    await expect(t.unlock()).rejects.toMatchObject({ code: 'missing' });
    const vault = await t.create();
    await expect(t.unlock()).rejects.toMatchObject({ code: 'inUse' });
    vault.lock();
    await expect(t.unlock({ login: 'nobody', passphrase: director.passphrase })).rejects.toMatchObject({ code: 'noSuchOfficer' });
    writeFileSync(join(t.folder, 'vault.lock'), JSON.stringify({ pid: process.pid, boot: 'another', start: '1', token: 'x' }));
    (await t.unlock({ login: 'AIGERIM', passphrase: director.passphrase })).lock();
    expect(existsSync(join(t.folder, 'vault.lock'))).toBe(false);
    const newer = t.copy('newer');
    writeChecked(join(newer.folder, 'vault.json'), 'vault.json', { format: 4, suite: 'grif-2', elsewise: true });
    await expect(newer.unlock()).rejects.toMatchObject({ code: 'newer' });
    // Formats 1 and 2 are refused by their name and left as they lie.
    for (const format of [1, 2]) {
      const older = t.copy(`older${format}`);
      const header = JSON.parse(readFileSync(join(older.folder, 'vault.json'), 'utf8')).body;
      writeChecked(join(older.folder, 'vault.json'), 'vault.json', { ...header, format });
      const lies = readdirSync(older.folder, { recursive: true }).toSorted();
      await expect(older.unlock()).rejects.toMatchObject({ code: 'older', place: 'vault.json', stands: ['header', 'registry', 'journal', 'holdings'] });
      expect(() => inspectVault(older.folder)).toThrow(expect.objectContaining({ code: 'older' }));
      expect(readdirSync(older.folder, { recursive: true }).toSorted()).toEqual(lies);
    }
  });

  it('says damaged, with the file, for an account or a demonstration mark that was altered with a matching checksum', async () => {
    const t = trial();
    (await t.create()).lock();
    const header = JSON.parse(readFileSync(join(t.folder, 'vault.json'), 'utf8')).body;
    // Without the other copy: two that differ are not believed at all.
    rmSync(join(t.folder, 'vault.copy.json'));
    writeChecked(join(t.folder, 'vault.json'), 'vault.json', { ...header, demonstration: true });
    await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged', place: 'vault.json demonstration' });
    writeChecked(join(t.folder, 'vault.json'), 'vault.json', { ...header, accounts: [{ ...header.accounts[0], boxPublic: 'a'.repeat(64) }] });
    await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged', place: `vault.json account ${director.login}` });
    writeChecked(join(t.folder, 'vault.json'), 'vault.json', { ...header, note: 'unknown key' });
    await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged' });
    writeChecked(join(t.folder, 'vault.json'), 'vault.json', header);
    (await t.unlock()).lock();
  });

  it('notices when an older registry is put back, or the head log is cut or missing', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('первая')]);
    vault.lock();
    const old = t.copy('old');
    const again = await t.unlock();
    for (let n = 0; n < 5; n += 1) again.commit([opened(n)]);
    again.lock();
    const mixed = t.copy('mixed');
    copyFileSync(join(old.folder, 'registry.db'), join(mixed.folder, 'registry.db'));
    await expect(mixed.unlock()).rejects.toMatchObject({ code: 'rolledBack' });
    const cut = t.copy('cut');
    const log = readFileSync(join(cut.folder, 'heads.log'));
    writeFileSync(join(cut.folder, 'heads.log'), log.subarray(0, log.length - 300));
    await expect(cut.unlock()).rejects.toMatchObject({ code: 'rolledBack', place: 'heads.log' });
    writeFileSync(join(cut.folder, 'heads.log'), '');
    await expect(cut.unlock()).rejects.toMatchObject({ code: 'rolledBack' });
    rmSync(join(cut.folder, 'heads.log'));
    await expect(cut.unlock()).rejects.toMatchObject({ code: 'missing', place: 'heads.log' });
    // Nothing of the refusals stands in the way of the true one.
    (await t.unlock()).lock();
  });

  it('builds projections anew when the program knows others', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('первая'), opened(1)]);
    vault.lock();
    const [officers, door, tally] = t.surroundings.projections?.registry ?? [];
    if (officers === undefined || door === undefined || tally === undefined) throw new Error('projections');
    const notes = t.surroundings.projections?.holdings[0];
    if (notes === undefined) throw new Error('projections');
    const again = await t.unlock(director, { projections: { registry: [officers, door], holdings: [{ ...notes, version: 2 }] } });
    expect(() => again.registry.prepare('SELECT * FROM tally')).toThrow('no such table');
    expect(textsOf(again)).toEqual(['первая']);
    again.lock();
    const third = await t.unlock();
    expect(third.registry.prepare('SELECT n FROM tally WHERE kind = ?').get('session.unlocked')).toEqual({ n: 3 });
    expect(finish(third.rebuild())).toEqual({ differences: [], lost: [] });
    third.lock();
  });

  it('refuses to let a reader write and outsiders to write the vault\'s own acts', async () => {
    const t = trial();
    const vault = await t.create();
    expect(() => vault.registry.prepare('DELETE FROM officer')).toThrow(TypeError);
    expect(() => vault.commit([{ kind: 'officer.enrolled', result: 'done', subject: null, open: {}, held: [] }])).toThrow(TypeError);
    expect(() => vault.commit([{ ...opened(1), open: { lone: '\ud800' } }])).toThrow(TypeError);
    expect(vault.journal.count({ kind: 'drawer.opened' })).toBe(0);
    expect(VaultError.name).toBe('VaultError');
    vault.lock();
  });
});
