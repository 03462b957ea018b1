import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeChecked } from './durable.ts';
import { inspectVault } from './vault.ts';
import { cleanTrials, director, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const main = (t: Trial) => join(t.folder, 'vault.json');
const copy = (t: Trial) => join(t.folder, 'vault.copy.json');
const security = { login: 'security-1', name: 'Вымышленный', role: 'security', passphrase: 'фраза security' } as const;
const changed = { login: director.login, passphrase: 'новая вымышленная фраза' };

/** What the last unlocking said of the header. */
async function told(t: Trial, who: { login: string; passphrase: string } = director): Promise<unknown> {
  const vault = await t.unlock(who);
  const said = vault.journal.page({ kind: 'session.unlocked' }, null, 1).acts[0]?.open;
  vault.lock();
  return typeof said === 'object' && said !== null && 'header' in said ? said.header : undefined;
}

async function made(): Promise<Trial> {
  const t = trial();
  const vault = await t.create();
  await vault.enrol(security);
  vault.lock();
  // The journal names the header at each opening.
  (await t.unlock()).lock();
  return t;
}

describe('of two copies of the header', () => {
  it('either alone opens the vault; that one was damaged or missing is told in the journal, and it is made good', async () => {
    for (const path of [main, copy]) {
      for (const spoil of [(at: string) => rmSync(at), (at: string) => writeFileSync(at, readFileSync(at).subarray(0, -9))]) {
        const t = await made();
        const whole = readFileSync(path(t));
        spoil(path(t));
        const how = existsSync(path(t)) ? 'damaged' : 'missing';
        const name = path === main ? 'vault.json' : 'vault.copy.json';
        expect(inspectVault(t.folder)?.flaw).toEqual({ place: name, code: how });
        expect(await told(t)).toMatchObject({ flaw: name, how });
        expect(inspectVault(t.folder)?.flaw).toBeUndefined();
        expect(readFileSync(path(t))).toEqual(whole);
        expect(await told(t)).not.toHaveProperty('flaw');
      }
    }
  });

  it('the later writing wins: what a cut between the two leaves, and an older one put back, open with the last passphrase only', async () => {
    const t = await made();
    const before = t.copy('before');
    const vault = await t.unlock();
    await vault.changePassphrase(director.passphrase, changed.passphrase);
    vault.lock();
    for (const path of [main, copy]) {
      const cut = t.copy(`cut-${path === main ? 'main' : 'copy'}`);
      copyFileSync(path(before), path(cut));
      await expect(cut.unlock()).rejects.toMatchObject({ code: 'wrongPassphrase' });
      expect(await told(cut, changed)).toMatchObject({ flaw: path === main ? 'vault.json' : 'vault.copy.json', how: 'older' });
    }
  });

  it('both put back are refused, for they bring an earlier passphrase back, and taken by the word of the director or the security officer alone', async () => {
    const t = await made();
    const before = t.copy('before');
    const vault = await t.unlock();
    const registrar = { ...security, login: 'registrar-1', role: 'registrar' } as const;
    await vault.changePassphrase(director.passphrase, changed.passphrase);
    vault.lock();
    for (const path of [main, copy]) copyFileSync(path(before), path(t));
    await expect(t.unlock()).rejects.toMatchObject({ code: 'rolledBack', place: 'vault.json' });
    const again = await t.unlock(director, { olderHeader: true });
    expect(again.journal.page({ kind: 'session.unlocked' }, null, 1).acts[0]?.open).toMatchObject({ header: { putBack: 2, serial: 4 } });
    await again.enrol(registrar);
    again.lock();
    // From then on it is the latest, and needs nobody's word.
    (await t.unlock()).lock();
    for (const path of [main, copy]) copyFileSync(path(before), path(t));
    (await t.unlock(security, { olderHeader: true })).lock();
    const without = t.copy('without');
    for (const path of [main, copy]) copyFileSync(path(before), path(without));
    await expect(without.unlock(director)).rejects.toMatchObject({ code: 'rolledBack' });
  });

  it('the word of an officer without that office counts for nothing', async () => {
    const t = await made();
    const vault = await t.unlock();
    const keeper = { ...security, login: 'administrator-1', role: 'administrator' } as const;
    await vault.enrol(keeper);
    vault.lock();
    const before = t.copy('before');
    const again = await t.unlock();
    await again.changePassphrase(director.passphrase, changed.passphrase);
    again.lock();
    for (const path of [main, copy]) copyFileSync(path(before), path(t));
    await expect(t.unlock(keeper, { olderHeader: true })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('two of one writing that differ, or of two vaults, are not believed; nor is one altered with a matching checksum', async () => {
    const t = await made();
    const { body } = JSON.parse(readFileSync(main(t), 'utf8'));
    const altered = { ...body, accounts: body.accounts.slice(0, 1) };
    writeChecked(main(t), 'vault.json', altered);
    await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged', place: 'vault.json vault.copy.json' });
    writeChecked(copy(t), 'vault.copy.json', { attempts: null, header: altered });
    await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged', place: 'vault.json' });
    writeChecked(main(t), 'vault.json', { ...body, vaultId: 'a'.repeat(32), serial: body.serial + 5 });
    await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged', place: 'vault.json vault.copy.json' });
  });

  it('both gone beside stores are a vault whose header is missing, never a place for a new one', async () => {
    const t = await made();
    rmSync(main(t));
    rmSync(copy(t));
    expect(() => inspectVault(t.folder)).toThrow(expect.objectContaining({ code: 'missing', place: 'vault.json' }));
    await expect(t.unlock()).rejects.toMatchObject({ code: 'missing' });
  });

  it('the first is enough for a change to stand; a copy that cannot be written is told at the next opening', async () => {
    const t = await made();
    const vault = await t.unlock();
    rmSync(copy(t));
    mkdirSync(join(t.folder, 'vault.copy.json'));
    await vault.changePassphrase(director.passphrase, changed.passphrase);
    expect(vault.headerFlaw()).toMatchObject({ place: 'vault.copy.json', mended: false });
    vault.lock();
    rmSync(copy(t), { recursive: true });
    expect(await told(t, changed)).toMatchObject({ flaw: 'vault.copy.json', how: 'missing' });
  });
});

describe('wrong passphrases', () => {
  const fail = (t: Trial) => expect(t.unlock({ ...director, passphrase: 'не та' })).rejects.toMatchObject({ code: 'wrongPassphrase' });

  it('are counted by two witnesses: deleting, damaging or putting back the one forgets no wait and is told', async () => {
    const ways = [
      ['missing', (at: string) => rmSync(at)], ['damaged', (at: string) => writeFileSync(at, '{}')], ['older', (at: string, earlier: Buffer) => writeFileSync(at, earlier)],
    ] as const;
    for (const [how, spoil] of ways) {
      const t = await made();
      await fail(t);
      const earlier = readFileSync(join(t.folder, 'attempts.json'));
      await fail(t);
      t.clock.set('2026-11-22T09:00:10');
      await fail(t);
      spoil(join(t.folder, 'attempts.json'), earlier);
      await expect(t.unlock(), how).rejects.toMatchObject({ code: 'tooSoon', retryAt: '2026-11-22T09:00:11' });
      t.clock.set('2026-11-22T09:00:11');
      const vault = await t.unlock();
      const refused = vault.journal.page({ kind: 'session.refused' }, null, 9).acts.map(({ open }) => open);
      expect(refused.filter((open) => JSON.stringify(open).includes('"login"')), how).toHaveLength(3);
      expect(refused, how).toContainEqual({ [how]: 'attempts.json' });
      vault.lock();
      (await t.unlock()).lock();
    }
  });

  it('are still counted when the header with its copy is the one that was lost, and a success ends both counts', async () => {
    const t = await made();
    for (let n = 0; n < 3; n += 1) await fail(t);
    rmSync(copy(t));
    await expect(t.unlock()).rejects.toMatchObject({ code: 'tooSoon' });
    t.clock.set('2026-11-22T09:00:05');
    (await t.unlock()).lock();
    for (const at of [join(t.folder, 'attempts.json'), copy(t)]) expect(readFileSync(at, 'utf8')).toContain('"counts":[]');
    await fail(t);
    (await t.unlock()).lock();
  });
});
