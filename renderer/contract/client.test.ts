import { describe, expect, it } from 'vitest';
import { BridgeFault, clientOf } from './client.ts';

const over = (answer: (method: string, json: string) => Promise<string>) => clientOf(() => ({ call: answer, on: () => () => undefined, fileToken: () => '' }));

describe('the client of the contract', () => {
  it('calls by area and name with JSON', async () => {
    const asked: string[] = [];
    const registry = over((method, json) => { asked.push(`${method} ${json}`); return Promise.resolve('{"ok":true,"value":{}}'); });
    expect(await registry.session.lock({})).toEqual({ ok: true, value: {} });
    expect(asked).toEqual(['session.lock {}']);
    expect(registry.session.lock).toBe(registry.session.lock);
    expect([registry.materials.register.method, registry.materials.register.area]).toEqual(['materials.register', 'materials']);
  });
  it('hands refusals on as an answer', async () => {
    const refusals = [{ code: 'session.locked', article: '10', rule: 'R10.2', params: {} }];
    const registry = over(() => Promise.resolve(JSON.stringify({ ok: false, refusals })));
    expect(await registry.session.status({})).toEqual({ ok: false, refusals });
  });
  it.each(['', 'null', '[]', '{"ok":true}', '{"ok":false}', '{"ok":false,"refusals":"no"}', '{"ok":"yes","value":1}', 'undefined'])('takes %j for no answer', async (answer) => {
    await expect(over(() => Promise.resolve(answer)).session.status({})).rejects.toBeInstanceOf(BridgeFault);
  });
  it('tells a missing bridge and a broken one as faults that name the method', async () => {
    await expect(clientOf(() => undefined).session.status({})).rejects.toMatchObject({ name: 'BridgeFault', method: 'session.status' });
    await expect(over(() => Promise.reject(new Error('gone'))).session.status({})).rejects.toMatchObject({ method: 'session.status' });
  });
});
