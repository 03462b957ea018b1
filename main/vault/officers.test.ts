import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from '#app/access/roles.ts';
import { finish } from './steps.ts';
import { cleanTrials, director, enrolWithGrant, grantFor, holding, noteTaken, opened, textsOf, trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const account = (role: Role) => ({ login: `${role}-1`, name: `Вымышленный ${role}`, role, passphrase: `фраза ${role}` });

describe('officers of a vault', () => {
  it('are given keys by role: the security officer reads the journal and holds no key of content', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('до')]);
    for (const role of ['registrar', 'analyst', 'security', 'director'] as const) await enrolWithGrant(vault, account(role), role === 'security' ? null : {});
    vault.commit([noteTaken('после', 'KZ-01/UPPER')]);
    vault.lock();
    for (const role of ['registrar', 'analyst', 'director'] as const) {
      const theirs = await t.unlock(account(role));
      expect(theirs.holdings()).toEqual(['KZ-01/UPPER', 'UZ-01/LOWER']);
      expect(textsOf(theirs)).toEqual(['до']);
      expect(textsOf(theirs, 'KZ-01/UPPER')).toEqual(['после']);
      theirs.lock();
    }
    const security = await t.unlock(account('security'));
    expect(security.holdings()).toEqual([]);
    expect(security.holding(holding)).toBeUndefined();
    expect(() => security.commit([noteTaken('нет ключа')])).toThrow(expect.objectContaining({ code: 'outsideScope' }));
    expect(() => security.commit([noteTaken('новое', 'TJ-01/LOWER')])).toThrow(expect.objectContaining({ code: 'outsideScope' }));
    expect(() => security.derive('vault', 'matching')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(security.registry.prepare('SELECT place FROM holding_key WHERE officer = ? ORDER BY place').all(security.identity.officer.id)).toEqual([{ place: '*journal' }, { place: '*journalIndex' }]);
    security.commit([opened(1)]);
    expect(finish(security.journal.verify()).broken).toBeUndefined();
    expect(finish(security.rebuild())).toEqual({ differences: [], lost: [] });
    await expect(security.enrol({ ...account('analyst'), login: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(() => security.disable(security.identity.officer.id, 'сам')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    security.lock();
  });

  it('share the key of the blind index and nothing of their own keys', async () => {
    const t = trial();
    const vault = await t.create();
    await enrolWithGrant(vault, account('registrar'));
    const shared = Buffer.from(vault.derive('vault', 'matching').hmac('x')).toString('hex');
    const other = Buffer.from(vault.derive('vault', 'centre').hmac('x')).toString('hex');
    const draft = vault.derive('officer', 'drafts').seal(Buffer.from('черновик'));
    expect(Buffer.from(vault.derive('officer', 'drafts').open(draft) ?? []).toString()).toBe('черновик');
    expect(vault.derive('officer', 'views').open(draft)).toBeUndefined();
    vault.lock();
    const registrar = await t.unlock(account('registrar'));
    expect(Buffer.from(registrar.derive('vault', 'matching').hmac('x')).toString('hex')).toBe(shared);
    expect(other).not.toBe(shared);
    expect(registrar.derive('officer', 'drafts').open(draft)).toBeUndefined();
    registrar.lock();
  });

  it('are disabled with their keys removed; a login is never given twice, whatever its spelling', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('текст')]);
    const id = await enrolWithGrant(vault, account('registrar'));
    await expect(vault.enrol({ ...account('analyst'), login: 'REGISTRAR-1' })).rejects.toMatchObject({ code: 'loginTaken' });
    vault.disable(id, 'уволен');
    expect(vault.officers().find((one) => one.id === id)).toMatchObject({ state: 'disabled' });
    expect(vault.registry.prepare('SELECT count(*) AS n FROM holding_key WHERE officer = ?').get(id)).toEqual({ n: 0 });
    expect(() => vault.disable(id, 'ещё раз')).toThrow(expect.objectContaining({ code: 'noSuchOfficer' }));
    expect(() => vault.disable(vault.identity.officer.id, 'сам')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    await expect(vault.enrol(account('registrar'))).rejects.toMatchObject({ code: 'loginTaken' });
    const twins = await Promise.allSettled([vault.enrol(account('analyst')), vault.enrol({ ...account('analyst'), login: 'Analyst-1' })]);
    expect(twins.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    vault.issueGrant(grantFor(vault.officers().find(({ role }) => role === 'analyst')?.id ?? ''));
    vault.lock();
    const analyst = ['analyst-1', 'Analyst-1'].find((login) => readFileSync(join(t.folder, 'vault.json'), 'utf8').includes(`"${login}"`)) ?? '';
    (await t.unlock({ ...account('analyst'), login: analyst })).lock();
    await expect(t.unlock(account('registrar'))).rejects.toMatchObject({ code: 'noSuchOfficer' });
    expect(readFileSync(join(t.folder, 'vault.json'), 'utf8')).not.toContain('registrar-1');
  });

  it('change their passphrase without anything being encrypted anew', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('текст')]);
    await expect(vault.changePassphrase('не та', 'новая')).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await vault.changePassphrase(director.passphrase, 'новая фраза');
    expect(vault.journal.page({}, null, 2).acts.map(({ kind }) => kind)).toEqual(['officer.passphraseChanged', 'session.refused']);
    vault.lock();
    await expect(t.unlock()).rejects.toMatchObject({ code: 'wrongPassphrase' });
    const again = await t.unlock({ login: director.login, passphrase: 'новая фраза' });
    expect(textsOf(again)).toEqual(['текст']);
    again.lock();
  });

  it('are believed by the journal, not by the header: an account slipped in opens nothing', async () => {
    const t = trial();
    const vault = await t.create();
    await vault.enrol(account('analyst'));
    vault.lock();
    const before = t.copy('before');
    const again = await t.unlock();
    again.disable(again.officers().find(({ role }) => role === 'analyst')?.id ?? '', 'отозван');
    again.lock();
    // The header of before the disabling is put back: the analyst's passphrase still opens his keys, and the journal refuses him.
    copyFileSync(join(before.folder, 'vault.json'), join(t.folder, 'vault.json'));
    await expect(t.unlock(account('analyst'))).rejects.toMatchObject({ code: 'noSuchOfficer' });
    (await t.unlock()).lock();
    expect(readFileSync(join(t.folder, 'vault.json'), 'utf8')).not.toContain('analyst-1');
  });
});
