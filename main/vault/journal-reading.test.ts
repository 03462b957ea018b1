import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Act } from '#app/journal/act.ts';
import { openForTest } from './holding.fixture.ts';
import { finish } from './steps.ts';
import type { OpenVault } from './vault.ts';
import { cleanTrials, enrolWithGrant, noteTaken, opened, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const account = (role: 'security' | 'registrar') => ({ login: `${role}-1`, name: `Вымышленный ${role}`, role, passphrase: `фраза ${role}` });
const everything = (vault: OpenVault): readonly Act[] => vault.journal.page({}, null, 1000).acts;

/** A registrar's day of many acts, which nobody has read yet. */
async function unread(t: Trial, acts: number): Promise<void> {
  const vault = await t.create();
  for (const role of ['security', 'registrar'] as const) await enrolWithGrant(vault, account(role), role === 'security' ? null : {});
  vault.lock();
  const registrar = await t.unlock(account('registrar'));
  registrar.commit(Array.from({ length: acts }, (_, n) => opened(n)));
  registrar.commit([noteTaken('текст')]);
  expect(() => registrar.journal.page({}, null, 1)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  expect(() => registrar.journal.catchUp()).toThrow(expect.objectContaining({ code: 'forbidden' }));
  registrar.lock();
}

describe('the index of the journal', () => {
  it('is caught up with progress, also after it was broken off, and reads the same to all who read it', async () => {
    const t = trial();
    await unread(t, 600);
    const security = await t.unlock(account('security'));
    expect(security.journal.behind()).toBeGreaterThan(600);
    const steps = security.journal.catchUp();
    expect(steps.next()).toMatchObject({ done: false, value: { done: 250 } });
    security.lock();
    expect(() => steps.next()).toThrow(expect.objectContaining({ code: 'locked' }));
    const again = await t.unlock(account('security'));
    expect(again.journal.behind()).toBeLessThan(400);
    expect([...again.journal.catchUp()].length).toBeGreaterThan(0);
    expect(again.journal.behind()).toBe(0);
    expect(again.journal.count({ kind: 'drawer.opened' })).toBe(600);
    const seen = everything(again);
    // The security officer reads that a note was taken and where, never what it says.
    expect(seen.find(({ kind }) => kind === 'note.taken')?.open).toEqual({ length: 5 });
    expect(again.holdings()).toEqual([]);
    again.lock();
    const vault = await t.unlock();
    expect(everything(vault).filter(({ seq }) => seen.some((one) => one.seq === seq))).toEqual(seen);
    expect(finish(vault.rebuild())).toEqual({ differences: [], lost: [] });
    vault.lock();
  });

  it('that is damaged, of another journal or gone is made anew from the journal', async () => {
    const t = trial();
    await unread(t, 20);
    const vault = await t.unlock();
    const before = everything(vault);
    vault.lock();
    const path = join(t.folder, 'journal.db');
    const whole = readFileSync(path);
    for (const spoil of [(bytes: Buffer) => bytes.fill(0, 4096, 8192), (bytes: Buffer) => bytes.subarray(0, 0), (bytes: Buffer) => bytes.subarray(0, 5000), (bytes: Buffer) => bytes.fill(7, 16, 24)]) {
      writeFileSync(path, spoil(Buffer.from(whole)));
      const again = await t.unlock();
      expect(everything(again).slice(-before.length)).toEqual(before);
      expect(again.journal.count({ kind: 'journal.indexRebuilt' })).toBeGreaterThan(0);
      again.lock();
    }
  });

  it('that was altered by somebody with its key is told of by the rebuilding', async () => {
    const t = trial();
    await unread(t, 5);
    const vault = await t.unlock();
    expect(everything(vault).length).toBeGreaterThan(5);
    vault.lock();
    await openForTest(t, '*journalIndex', (db) => db.exec("UPDATE act SET kind = 'drawer.closed' WHERE kind = 'drawer.opened'"));
    const again = await t.unlock();
    expect(finish(again.rebuild()).differences).toEqual([{ store: 'journal', table: 'act', rows: 5 }]);
    again.lock();
  });

  it('shows an act that cannot be read as what it is, and all others beside it', async () => {
    const t = trial();
    await unread(t, 5);
    await openForTest(t, 'registry', (db) => {
      db.exec('DROP TRIGGER act_unchanged');
      db.exec('UPDATE act SET sealed = zeroblob(400) WHERE seq = (SELECT min(seq) + 1 FROM act WHERE sealed IS NOT NULL)');
    });
    const vault = await t.unlock();
    expect(vault.journal.count({ kind: 'act.unreadable' })).toBe(1);
    expect(vault.journal.count({ kind: 'drawer.opened' })).toBe(4);
    const [unreadable] = vault.journal.page({ kind: 'act.unreadable' }, null, 1).acts;
    expect(finish(vault.journal.verify()).broken).toEqual({ seq: unreadable?.seq, reason: 'body' });
    const lines = [...vault.journal.export()].map((line) => JSON.parse(line));
    expect(lines.filter(({ said }) => said === null).map(({ seq }) => seq)).toEqual([unreadable?.seq]);
    vault.lock();
    // Who cannot read bodies verifies the chain and the signatures of all of them.
    const registrar = await t.unlock(account('registrar'));
    expect(finish(registrar.journal.verify()).broken).toBeUndefined();
    registrar.lock();
  });
});
