import { afterEach, describe, expect, it } from 'vitest';
import { openForTest } from './holding.fixture.ts';
import { finish } from './steps.ts';
import { appointment, cleanTrials, enrolWithGrant, grantFor, noteTaken, textsOf, trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const account = (login: string, role: 'registrar' | 'analyst' | 'director' | 'administrator' = 'registrar') => ({ login, name: `Вымышленный ${login}`, role, passphrase: `фраза ${login}` });
const why = { reason: 'перевод', document: { number: '9', date: '2026-11-22' } };
const uzOnly = { scope: { bodies: ['UZ-01'], degree: 'LOWER' } } as const;

describe('keys', () => {
  it('follow grants: by body and by the lower degree of clearance and grant, for holdings made before and after', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('уз'), noteTaken('уз выше', 'UZ-01/UPPER'), noteTaken('кз', 'KZ-01/LOWER'), noteTaken('центр', 'CENTRE/LOWER')]);
    await enrolWithGrant(vault, account('narrow'), uzOnly);
    await enrolWithGrant(vault, account('cleared'), { scope: { bodies: 'all', degree: 'UPPER' }, clearance: { ...grantFor('').clearance, degree: 'LOWER' } });
    vault.commit([noteTaken('тж', 'TJ-01/LOWER'), noteTaken('центр выше', 'CENTRE/UPPER')]);
    vault.lock();
    const narrow = await t.unlock(account('narrow'));
    expect(narrow.holdings()).toEqual(['CENTRE/LOWER', 'UZ-01/LOWER']);
    expect(textsOf(narrow)).toEqual(['уз']);
    // Refused by scope, the same whether the holding exists or not.
    for (const name of ['KZ-01/LOWER', 'RU-01/LOWER', 'UZ-01/UPPER'] as const) {
      expect(() => narrow.commit([noteTaken('нет', name)])).toThrow(expect.objectContaining({ code: 'outsideScope' }));
      expect(narrow.holding(name)).toBeUndefined();
    }
    narrow.lock();
    const cleared = await t.unlock(account('cleared'));
    expect(cleared.holdings()).toEqual(['CENTRE/LOWER', 'KZ-01/LOWER', 'TJ-01/LOWER', 'UZ-01/LOWER']);
    cleared.lock();
  });

  it('are in nobody\'s reach without a grant: not let in, the attempt written down, and no key sealed', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('текст')]);
    const id = await vault.enrol(account('bare'));
    vault.lock();
    await expect(t.unlock(account('bare'))).rejects.toMatchObject({ code: 'noAccess', access: 'none' });
    const again = await t.unlock();
    finish(again.journal.catchUp());
    expect(again.journal.page({ kind: 'session.refused' }, null, 1).acts[0]).toMatchObject({ subject: id, open: { access: 'none' } });
    expect(again.registry.prepare('SELECT count(*) AS n FROM holding_key WHERE officer = ?').get(id)).toEqual({ n: 0 });
    expect(finish(again.journal.verify()).broken).toBeUndefined();
    again.lock();
  });

  it('are closed on the day after the last one, also to a clock set back, and open again by a new grant', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('текст')]);
    const id = await enrolWithGrant(vault, account('until'), { to: '2026-11-30' });
    vault.lock();
    t.clock.set('2026-11-30T23:59:59');
    const last = await t.unlock(account('until'));
    expect(last.coverage().until).toBe('2026-11-30');
    last.lock();
    t.clock.set('2026-12-01T00:00:00');
    await expect(t.unlock(account('until'))).rejects.toMatchObject({ code: 'noAccess', access: 'expired' });
    t.clock.set('2026-11-20T10:00:00');
    await expect(t.unlock(account('until'))).rejects.toMatchObject({ code: 'noAccess', access: 'expired' });
    t.clock.set('2026-12-02T09:00:00');
    const director = await t.unlock();
    // The expired key was taken at this opening, and what it opened is due to be encrypted anew.
    expect(director.registry.prepare("SELECT count(*) AS n FROM holding_key WHERE officer = ? AND place NOT LIKE '*%'").get(id)).toEqual({ n: 0 });
    expect(director.rekeyDue()).toEqual(['UZ-01/LOWER']);
    expect(await director.rekey()).toBe(1);
    director.issueGrant(grantFor(id));
    director.lock();
    const again = await t.unlock(account('until'));
    expect(textsOf(again)).toEqual(['текст']);
    again.lock();
  });

  it('of a clearance that ends before its grant end with it', async () => {
    const t = trial();
    const vault = await t.create();
    await enrolWithGrant(vault, account('cleared'), { clearance: { ...grantFor('').clearance, to: '2026-11-23' } });
    vault.lock();
    t.clock.set('2026-11-24T08:00:00');
    await expect(t.unlock(account('cleared'))).rejects.toMatchObject({ code: 'noAccess', access: 'clearanceExpired' });
  });

  it('of the director stand still when his certificate has expired, and work again once he records the new one', async () => {
    const t = trial();
    const vault = await t.create({ appointment: { ...appointment, clearance: { ...appointment.clearance, to: '2026-11-25' } } });
    vault.commit([noteTaken('текст')]);
    vault.lock();
    t.clock.set('2026-11-26T09:00:00');
    const director = await t.unlock();
    expect(director.holdings()).toEqual([]);
    expect(director.holding('UZ-01/LOWER')).toBeUndefined();
    expect(() => director.derive('vault', 'matching')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => director.centre()).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => director.commit([noteTaken('нет')])).toThrow(expect.objectContaining({ code: 'outsideScope' }));
    director.issueGrant(grantFor(director.identity.officer.id));
    expect(textsOf(director)).toEqual(['текст']);
    director.lock();
  });

  it('that a deputy does not have himself are given when somebody who has them is here', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('уз'), noteTaken('кз', 'KZ-01/LOWER')]);
    const deputy = await enrolWithGrant(vault, account('deputy'), uzOnly);
    const other = await vault.enrol(account('other'));
    vault.recordDeputy({ officer: deputy, from: '2026-11-22', to: '2026-11-25', document: { number: '7', date: '2026-11-22' } });
    vault.lock();
    const acting = await t.unlock(account('deputy'));
    expect(() => acting.issueGrant(grantFor(deputy))).toThrow(expect.objectContaining({ code: 'forbidden' }));
    acting.issueGrant(grantFor(other));
    expect(finish(acting.journal.verify()).broken).toBeUndefined();
    acting.lock();
    const early = await t.unlock(account('other'));
    expect(textsOf(early)).toEqual(['уз']);
    expect(early.holding('KZ-01/LOWER')).toBeUndefined();
    expect(() => early.commit([noteTaken('кз', 'KZ-01/LOWER')])).toThrow(expect.objectContaining({ code: 'keyNotGiven' }));
    early.lock();
    (await t.unlock()).lock();
    const later = await t.unlock(account('other'));
    expect(textsOf(later, 'KZ-01/LOWER')).toEqual(['кз']);
    later.lock();
    t.clock.set('2026-11-26T09:00:00');
    const over = await t.unlock(account('deputy'));
    expect(() => over.issueGrant(grantFor(other))).toThrow(expect.objectContaining({ code: 'forbidden' }));
    over.lock();
  });

  it('of what others made while his certificate had expired are the director\'s once he records the new one', async () => {
    const t = trial();
    const vault = await t.create({ appointment: { ...appointment, clearance: { ...appointment.clearance, to: '2026-11-25' } } });
    const registrar = await enrolWithGrant(vault, account('registrar'));
    vault.lock();
    t.clock.set('2026-11-26T09:00:00');
    const alone = await t.unlock(account('registrar'));
    alone.commit([noteTaken('без директора')]);
    alone.lock();
    const director = await t.unlock();
    expect(director.holding('UZ-01/LOWER')).toBeUndefined();
    const grant = director.registry.prepare<[string], { id: string }>('SELECT id FROM access_grant WHERE officer = ?').get(registrar)?.id ?? '';
    director.revokeGrant(grant, why);
    director.issueGrant(grantFor(director.identity.officer.id));
    expect(textsOf(director)).toEqual(['без директора']);
    director.lock();
  });

  it('are never taken when nobody else could open the holding any more', async () => {
    const t = trial();
    const vault = await t.create();
    const only = await enrolWithGrant(vault, account('only'));
    const own = vault.registry.prepare<[string], { id: string }>('SELECT id FROM access_grant WHERE officer = ?').get(vault.identity.officer.id)?.id ?? '';
    vault.revokeGrant(own, why);
    expect(() => vault.commit([noteTaken('нет')])).toThrow(expect.objectContaining({ code: 'outsideScope' }));
    vault.lock();
    const registrar = await t.unlock(account('only'));
    registrar.commit([noteTaken('только его')]);
    registrar.lock();
    const director = await t.unlock();
    expect(() => director.disable(only, 'перевод')).toThrow(expect.objectContaining({ code: 'lastKey' }));
    expect(director.officers().find(({ id }) => id === only)).toMatchObject({ state: 'active' });
    director.issueGrant(grantFor(director.identity.officer.id));
    // The key is given when he who has it is here; until then a second holding of that name is made by nobody.
    expect(() => director.commit([noteTaken('второе')])).toThrow(expect.objectContaining({ code: 'keyNotGiven' }));
    expect(() => director.commit([noteTaken('другое', 'TJ-01/LOWER')])).toThrow(expect.objectContaining({ code: 'keyNotGiven' }));
    director.lock();
    (await t.unlock(account('only'))).lock();
    const again = await t.unlock();
    again.commit([noteTaken('вместе'), noteTaken('другое', 'TJ-01/LOWER')]);
    expect(textsOf(again)).toEqual(['только его', 'вместе']);
    again.disable(only, 'перевод');
    expect(textsOf(again)).toEqual(['только его', 'вместе']);
    again.lock();
  });
});

describe('an insider with the registry\'s key', () => {
  it('gains nothing by altering tables: keys and role follow the signed acts', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('кз', 'KZ-01/LOWER')]);
    const id = await enrolWithGrant(vault, account('insider'), uzOnly);
    vault.lock();
    await openForTest(t, 'registry', (db) => {
      db.exec(`UPDATE officer SET role = 'director' WHERE id = '${id}'`);
      db.exec(`UPDATE access_grant SET json = replace(json, '["UZ-01"]', '"all"')`);
      db.exec(`UPDATE officer SET box_public = (SELECT box_public FROM officer WHERE id = '${id}')`);
    });
    (await t.unlock()).lock();
    const insider = await t.unlock(account('insider'));
    expect(insider.identity.officer.role).toBe('registrar');
    expect(insider.holding('KZ-01/LOWER')).toBeUndefined();
    expect(insider.registry.prepare<[string], { n: number }>("SELECT count(*) AS n FROM holding_key WHERE officer = ? AND place NOT LIKE '*%'").get(id)).toEqual({ n: 0 });
    insider.lock();
  });

  it('gains nothing by an act of his own that only the director may sign, and the journal names it', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('кз', 'KZ-01/LOWER')]);
    const id = await enrolWithGrant(vault, account('insider'), uzOnly);
    vault.lock();
    const insider = await t.unlock(account('insider'));
    expect(() => insider.issueGrant(grantFor(id))).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => insider.recordDeputy({ officer: id, from: '2026-11-22', to: '2027-11-22', document: { number: '7', date: '2026-11-22' } })).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => insider.commit([{ kind: 'grant.issued', result: 'done', subject: id, open: { id: 'g', ...grantFor(id), deputy: null } as never, held: [] }])).toThrow(TypeError);
    insider.lock();
    const director = await t.unlock();
    expect(director.registry.prepare<[string], { n: number }>("SELECT count(*) AS n FROM holding_key WHERE officer = ? AND place NOT LIKE '*%'").get(id)).toEqual({ n: 0 });
    director.lock();
  });

  it('is not made by an administrator: he opens accounts that open nothing, and none that could sign', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('текст')]);
    await vault.enrol(account('admin', 'administrator'));
    vault.lock();
    const admin = await t.unlock(account('admin', 'administrator'));
    expect(admin.holdings()).toEqual([]);
    await expect(admin.enrol(account('another', 'director'))).rejects.toMatchObject({ code: 'forbidden' });
    const made = await admin.enrol(account('made'));
    expect(() => admin.issueGrant(grantFor(made))).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => admin.disable(admin.officers().find(({ role }) => role === 'director')?.id ?? '', 'нет')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(admin.registry.prepare('SELECT count(*) AS n FROM holding_key WHERE officer = ?').get(admin.identity.officer.id)).toEqual({ n: 0 });
    expect(finish(admin.journal.verify()).broken).toBeUndefined();
    admin.lock();
    await expect(t.unlock(account('made'))).rejects.toMatchObject({ code: 'noAccess', access: 'none' });
  });
});
