import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { testAppointment, testRegistry, type TestRegistry } from '../../registry.fixture.ts';

let test: TestRegistry;
afterEach(() => test.end());

const passphrase = 'fictional passphrase of a test';
const next = 'copper violin under seven frozen bridges';

describe('a passphrase of the contract', () => {
  it('that is weak is refused with the reason, for the director, an officer and a change; and in the words of no secret', async () => {
    test = await testRegistry({ bodies: [] });
    const weak = async (method: string, input: unknown) => {
      const { refusals } = JSON.parse(await test.registry.call(method, JSON.stringify(input)));
      return refusals.map(({ code, params }: { code: string; params: object }) => ({ code, params }));
    };
    expect(await weak('officers.enrol', { login: 'karlygash', name: 'Карлыгаш Условная', role: 'analyst', passphrase: 'карлыгаш условная' })).toEqual([{ code: 'session.weakPassphrase', params: { why: 'known' } }]);
    expect(await weak('session.changePassphrase', { old: passphrase, new: 'cjkysirj gfhjkm' })).toEqual([{ code: 'session.weakPassphrase', params: { why: 'layout' } }]);
    rmSync(join(test.folder, 'vault'), { recursive: true });
    await test.ask('session.lock', {});
    expect(await weak('vault.create', { login: 'd', name: 'Д', passphrase: 'short', language: 'ru', ...testAppointment })).toEqual([{ code: 'session.weakPassphrase', params: { why: 'short' } }]);
  });

  it('is judged while it is typed, with a vault open or none, and nothing of it is written down', async () => {
    test = await testRegistry({ bodies: [] });
    // The log of heads grows with each act.
    const heads = () => statSync(join(test.folder, 'vault/heads.log')).size;
    const before = heads();
    expect(await test.ask('session.judgePassphrase', { passphrase: 'director 2026', login: 'director', name: 'Д' })).toEqual({ strength: 'weak', why: 'known' });
    expect(heads()).toBe(before);
    await test.ask('session.lock', {});
    expect(await test.ask('session.judgePassphrase', { passphrase: next, login: '', name: '' })).toEqual({ strength: 'good', why: null });
    expect(await test.ask('session.judgePassphrase', { passphrase: '', login: '', name: '' })).toEqual({ strength: 'weak', why: 'short' });
  });

  it('takes a key file from the folder named, and a missing one is refused by its name', async () => {
    test = await testRegistry({ bodies: [] });
    const medium = join(test.folder, 'medium');
    mkdirSync(medium);
    const { keyFile } = await test.ask('session.changePassphrase', { old: passphrase, new: next, keyFile: { newIn: medium } });
    expect(keyFile?.path).toBe(join(medium, readdirSync(medium)[0] ?? ''));
    expect((await test.ask('session.status', {})).keyFileLogins).toEqual(['director']);
    await test.ask('session.lock', {});
    for (let n = 0; n < 4; n += 1) expect(await test.refused('session.unlock', { login: 'director', passphrase: next, keyFolder: test.folder })).toEqual(['keyFile.missing']);
    await test.ask('session.unlock', { login: 'director', passphrase: next, keyFolder: medium });
    await test.ask('session.lock', {});
    // As the second person of an act as well.
    await test.ask('session.unlock', { login: 'security', passphrase });
    expect(await test.refused('session.changePassphrase', { old: passphrase, new: next, keyFile: { newIn: join(test.folder, 'nowhere') } })).toEqual(['keyFile.notWritable']);
  });
});
