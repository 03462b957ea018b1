import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { otherDisk } from '../../other-disk.fixture.ts';
import { testDraft, testPackage, testRegistry, type TestRegistry } from '../../registry.fixture.ts';

// Fictional officers and media. A backup goes to another disk than the vault's.
const passphrase = 'fictional passphrase of a test';

describe.skipIf(otherDisk === undefined)('backups through the contract', () => {
  let test: TestRegistry;
  let medium: string;
  let jobs = 0;
  const job = () => `${'j'.repeat(14)}${String((jobs += 1)).padStart(6, 'a').replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'a')}`;
  beforeEach(async () => {
    test = await testRegistry();
    medium = mkdtempSync(join(otherDisk ?? '', 'grif-medium-'));
  });
  afterEach(() => {
    test.end();
    rmSync(medium, { recursive: true, force: true });
  });

  const registerMedium = (number = 'НН-7') => test.ask('backup.registerMedium', { folder: medium, number, description: '', place: 'сейф 2' });

  it('go to a registered medium only, which becomes one of the upper degree, and count when they are proven', async () => {
    await test.as('director');
    expect(await test.refused('backup.make', { jobId: job(), folder: medium })).toEqual(['backup.notAMedium']);
    const { mediumId } = await registerMedium();
    expect((await test.ask('backup.status', {})).media).toMatchObject([{ id: mediumId, number: 'НН-7', degree: null, withdrawn: null }]);
    const made = await test.ask('backup.make', { jobId: job(), folder: medium });
    const status = await test.ask('backup.status', {});
    expect(status).toMatchObject({ days: 0, due: false, everyDays: 7, scheduled: false, media: [{ degree: 'UPPER' }], generations: [{ generation: 1, medium: mediumId, head: made.head.hash, removedAt: null }] });
    expect(status.generations[0]?.provenAt).not.toBeNull();
    test.clock.set('2026-05-22T09:00:00');
    expect(await test.ask('backup.status', {})).toMatchObject({ days: 8, due: true });
    await test.ask('backup.schedule', { everyDays: 30 });
    expect(await test.ask('backup.status', {})).toMatchObject({ days: 8, due: false, scheduled: true });
    await test.ask('backup.checkMedium', { mediumId, present: false, place: 'неизвестно' });
    expect(await test.ask('backup.status', {})).toMatchObject({ days: null, due: true });
  });

  it('are refused the vault\'s own disk, a mark of another medium, a number that is taken, a medium withdrawn, and roles that do not answer for them', async () => {
    await test.as('director');
    expect(await test.refused('backup.registerMedium', { folder: test.folder, number: 'НН-1', description: '', place: 'сейф' })).toEqual(['media.vaultDisk']);
    const { mediumId } = await registerMedium();
    expect(await test.refused('backup.registerMedium', { folder: medium, number: 'НН-8', description: '', place: 'сейф' })).toEqual(['backup.mediumTaken']);
    const second = mkdtempSync(join(otherDisk ?? '', 'grif-medium-'));
    expect(await test.refused('backup.registerMedium', { folder: second, number: 'НН-7', description: '', place: 'сейф' })).toEqual(['backup.numberTaken']);
    rmSync(second, { recursive: true });
    await test.ask('backup.withdrawMedium', { mediumId, reason: 'неисправен' });
    expect(await test.refused('backup.make', { jobId: job(), folder: medium })).toEqual(['backup.mediumWithdrawn']);
    for (const role of ['registrar', 'analyst'] as const) {
      await test.as(role);
      for (const [method, input] of [['backup.make', { jobId: job(), folder: medium }], ['backup.status', {}], ['backup.remove', { folder: medium, generation: 1, reason: 'x' }]] as const) {
        expect(await test.refused(method, input)).toEqual(['session.roleNotEntitled']);
      }
    }
  });

  it('are made by the security officer too, who opens no holding, and are removed only when a newer one is proven', async () => {
    await test.as('registrar');
    const { packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1'));
    await test.ask('materials.register', testDraft(packageId));
    await test.as('security');
    await registerMedium();
    const first = await test.ask('backup.make', { jobId: job(), folder: medium });
    expect(first.opened).toBeLessThan(first.stores);
    expect(await test.refused('backup.remove', { folder: medium, generation: 1, reason: 'место' })).toEqual(['backup.lastProven']);
    await test.ask('backup.make', { jobId: job(), folder: medium });
    await test.ask('backup.remove', { folder: medium, generation: 1, reason: 'место' });
    expect(await test.refused('backup.prove', { jobId: job(), folder: medium, generation: 1 })).toEqual(['backup.generationNotFound']);
    await test.ask('backup.prove', { jobId: job(), folder: medium, generation: 2 });
    const { rows } = await test.ask('journal.page', { officer: null, kind: 'backup.', result: 'done', subject: null, from: null, to: null, text: '', cursor: null, limit: 50 });
    expect(rows.map(({ kind }) => kind)).toEqual(['backup.proven', 'backup.removed', 'backup.proven', 'backup.written', 'backup.proven', 'backup.written']);
  });

  it('are put back by two where there is no vault, and nowhere else', async () => {
    await test.as('director');
    await registerMedium();
    const made = await test.ask('backup.make', { jobId: job(), folder: medium });
    const order = { jobId: job(), folder: medium, generation: 1, login: 'director', passphrase, second: { login: 'security', passphrase } };
    expect(await test.refused('backup.restore', order)).toEqual(['session.mustLock']);
    await test.ask('session.lock', {});
    expect(await test.refused('backup.restore', order)).toEqual(['vault.exists']);
    rmSync(join(test.folder, 'vault'), { recursive: true });
    expect(await test.ask('backup.look', { folder: medium })).toMatchObject({ number: 'НН-7', generations: [{ generation: 1, trouble: null, logins: ['director', 'registrar', 'analyst', 'security', 'administrator'] }] });
    expect(await test.refused('backup.look', { folder: test.folder })).toEqual(['backup.none']);
    const refused: readonly (readonly [object, string])[] = [
      [{ second: { login: 'director', passphrase } }, 'second.samePerson'], [{ second: { login: 'security', passphrase: 'не та' } }, 'second.wrongPassphrase'],
      [{ second: { login: 'registrar', passphrase } }, 'second.notEntitled'], [{ second: null }, 'second.required'], [{ passphrase: 'не та' }, 'session.wrongPassphrase'],
      [{ login: 'registrar' }, 'backup.notEntitled'], [{ login: 'nobody' }, 'session.noSuchOfficer'], [{ generation: 9 }, 'backup.generationNotFound'],
    ];
    for (const [change, code] of refused) expect(await test.refused('backup.restore', { ...order, ...change }), JSON.stringify(change)).toEqual([code]);
    expect((await test.ask('session.status', {})).vault).toBe('missing');
    expect(await test.ask('backup.restore', order)).toEqual({ generation: 1, at: '2026-05-14T09:00:00', head: made.head, newer: null });
    await test.as('director');
    const { rows } = await test.ask('journal.page', { officer: null, kind: 'backup.restored', result: 'done', subject: null, from: null, to: null, text: '', cursor: null, limit: 5 });
    expect(rows).toMatchObject([{ seq: made.head.seq + 1 }]);
    expect((await test.ask('vault.check', {})).broken).toBeNull();
  });

  it('are put back by officers with key files, and it is said whose is missing', async () => {
    const keys = { director: join(test.folder, 'key-director'), security: join(test.folder, 'key-security') };
    const phrase = 'another fictional passphrase 7';
    for (const [role, folder] of Object.entries(keys) as ['director' | 'security', string][]) {
      mkdirSync(folder);
      await test.as(role);
      await test.ask('session.changePassphrase', { old: passphrase, new: phrase, keyFile: { newIn: folder } });
    }
    await registerMedium();
    await test.ask('backup.make', { jobId: job(), folder: medium });
    await test.ask('session.lock', {});
    rmSync(join(test.folder, 'vault'), { recursive: true });
    expect((await test.ask('backup.look', { folder: medium })).generations[0]?.keyFileLogins).toEqual(['director', 'security']);
    const order = (own: string | null, theirs: string | null) => ({
      jobId: job(), folder: medium, generation: 1, login: 'director', passphrase: phrase, keyFolder: own, second: { login: 'security', passphrase: phrase, keyFolder: theirs },
    });
    const told = async (own: string, theirs: string): Promise<unknown> => {
      const { refusals } = JSON.parse(await test.registry.call('backup.restore', JSON.stringify(order(own, theirs)))) as { refusals: readonly { code: string; params: Readonly<Record<string, unknown>> }[] };
      return refusals.map(({ code, params: { login, path } }) => ({ code, login, path }));
    };
    // Of the first the screen knows where; of the second the place is named.
    expect(await told(test.folder, keys.security)).toEqual([{ code: 'keyFile.missing', login: 'director', path: undefined }]);
    expect(await told(keys.director, test.folder)).toEqual([{ code: 'keyFile.missing', login: 'security', path: 'second.keyFolder' }]);
    expect(await told(keys.director, keys.director)).toEqual([{ code: 'keyFile.foreign', login: 'security', path: 'second.keyFolder' }]);
    expect(await test.ask('backup.restore', order(keys.director, keys.security))).toMatchObject({ generation: 1 });
  });
});
