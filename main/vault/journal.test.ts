import { afterEach, describe, expect, it } from 'vitest';
import { openForTest } from './holding.fixture.ts';
import { finish } from './steps.ts';
import type { Connection } from './store.ts';
import { verifyExport } from './vault.ts';
import { cleanTrials, enrolWithGrant, noteTaken, opened, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

async function filled(t: Trial): Promise<void> {
  const vault = await t.create();
  vault.commit([noteTaken('текст')]);
  for (let n = 1; n <= 6; n += 1) vault.commit([opened(n)]);
  vault.lock();
}

const withoutGuards = (db: Connection): void => db.exec('DROP TRIGGER act_kept; DROP TRIGGER act_unchanged; DROP TRIGGER act_appended');

describe('the journal', () => {
  it('can only be appended to, in the database itself', async () => {
    const t = trial();
    await filled(t);
    await openForTest(t, 'registry', (db) => {
      for (const sql of ['DELETE FROM act WHERE seq = 5', "UPDATE act SET at = 'x' WHERE seq = 5", "UPDATE act SET sealed = x'00' WHERE seq = 5"]) expect(() => db.exec(sql), sql).toThrow(/never/);
      const insert = (seq: number, prev: string) => `INSERT INTO act VALUES (${seq}, '', '', NULL, '', '', '${prev}', '', '', NULL, '', NULL, NULL)`;
      const head = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM act ORDER BY seq DESC LIMIT 1').get();
      expect(() => db.exec(insert((head?.seq ?? 0) + 2, head?.hash ?? ''))).toThrow(/without gaps/);
      expect(() => db.exec(insert((head?.seq ?? 0) + 1, 'other'))).toThrow(/before it/);
      expect(() => db.exec(insert(5, 'other').replace('INSERT', 'INSERT OR REPLACE'))).toThrow(/without gaps/);
    });
  });

  it.each([
    ["UPDATE act SET digest = (SELECT digest FROM act WHERE seq = 7) WHERE seq = 9", 9, 'hash'],
    ["UPDATE act SET officer = 'x' WHERE seq = 9", 9, 'hash'],
    ["UPDATE act SET workstation = 'x' WHERE seq = 9", 9, 'hash'],
    ["UPDATE act SET hash = (SELECT hash FROM act WHERE seq = 7) WHERE seq = 9", 9, 'hash'],
    ["UPDATE act SET clear = replace(clear, 'session.unlocked', 'session.unlocker') WHERE seq = 3", 3, 'body'],
    ["UPDATE act SET sealed = (SELECT sealed FROM act WHERE seq = 7) WHERE seq = 8", 8, 'body'],
    ["UPDATE act SET sealed = zeroblob(length(sealed)) WHERE seq = 8", 8, 'body'],
    ["UPDATE act SET session = 2 WHERE seq = 8", 8, 'body'],
    ["UPDATE act SET sealed = NULL, session = NULL, clear = '{}' WHERE seq = 8", 8, 'body'],
    ["UPDATE act SET at = '2020-01-01T00:00:00' WHERE seq = 8", 8, 'hash'],
    ["UPDATE act SET signature = (SELECT signature FROM act WHERE seq = 7) WHERE seq = 8", 8, 'signature'],
    ['DELETE FROM act WHERE seq = 7', 7, 'gap'],
    ['UPDATE act SET seq = -1 WHERE seq = 7; UPDATE act SET seq = 7 WHERE seq = 8; UPDATE act SET seq = 8 WHERE seq = -1', 7, 'previous'],
  ] as const)('names the first place where it was tampered with: %s', async (sql, seq, reason) => {
    const t = trial();
    await filled(t);
    await openForTest(t, 'registry', (db) => {
      withoutGuards(db);
      db.exec(sql);
    });
    const vault = await t.unlock();
    expect(finish(vault.journal.verify()).broken).toEqual({ seq, reason });
    vault.lock();
  });

  it.each(['DELETE FROM act WHERE seq = 1', "UPDATE act SET clear = replace(clear, 'vault.created', 'vault.prepared') WHERE seq = 2", "UPDATE act SET clear = replace(clear, 'director', 'security') WHERE seq = 1", "UPDATE act SET signature = '00' WHERE seq = 2"])(
    'is not opened when an act that gives authority is not what was signed: %s', async (sql) => {
      const t = trial();
      await filled(t);
      await openForTest(t, 'registry', (db) => {
        withoutGuards(db);
        db.exec(sql);
      });
      await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged' });
    });

  it('verifies a part, believing what stood before it, and tells progress', async () => {
    const t = trial();
    const vault = await t.create();
    for (let n = 1; n <= 250; n += 1) vault.commit([opened(n)]);
    const progress = [...vault.journal.verify()];
    expect(progress.length).toBeGreaterThan(1);
    expect(finish(vault.journal.verify(100, 200)).broken).toBeUndefined();
    expect(finish(vault.journal.verify())).toMatchObject({ acts: 253, head: vault.journal.head()?.hash });
    vault.lock();
  });

  it('is paged, newest first, by every filter', async () => {
    const t = trial();
    const vault = await t.create();
    for (let n = 1; n <= 5; n += 1) {
      t.clock.set(`2026-11-2${n}T10:00:00`);
      vault.commit([opened(n)]);
    }
    vault.commit([{ kind: 'materials.register', result: 'refused', subject: null, open: { codes: ['grif.tooLow'] }, held: [] }]);
    const first = vault.journal.page({ kind: 'drawer.' }, null, 2);
    expect(first.acts.map(({ subject }) => subject)).toEqual(['drawer5', 'drawer4']);
    const second = vault.journal.page({ kind: 'drawer.' }, first.next, 10);
    expect(second).toMatchObject({ next: null });
    expect(second.acts.length).toBe(3);
    expect(vault.journal.count({ from: '2026-11-22', to: '2026-11-23', kind: 'drawer.opened' })).toBe(2);
    expect(vault.journal.count({ result: 'refused', text: 'TOOLOW' })).toBe(1);
    expect(vault.journal.count({ subject: 'drawer3', officer: vault.identity.officer.id })).toBe(1);
    expect(vault.journal.count({ text: "' OR 1 --" })).toBe(0);
    expect(vault.journal.kinds()).toEqual(['drawer.opened', 'materials.register', 'officer.enrolled', 'session.unlocked', 'vault.created']);
    vault.lock();
  });

  it('is exported as lines that anyone verifies without a key, and no altered line passes', async () => {
    const t = trial();
    await filled(t);
    const vault = await t.unlock();
    await enrolWithGrant(vault, { login: 'reg', name: 'Вымышленный', role: 'registrar', passphrase: 'фраза' });
    const lines = [...vault.journal.export()];
    const head = vault.journal.head();
    vault.lock();
    expect(await verifyExport(lines)).toEqual({ ok: true, vault: vault.identity.vaultId, acts: head?.seq, head: head?.hash, withheld: 0 });
    expect(lines.join('\n')).not.toContain('текст');
    for (let index = 0; index < lines.length; index += 1) {
      expect(await verifyExport(lines.with(index, (lines[index] ?? '').replace('2026', '2025'))), `line ${index}`).toMatchObject({ ok: false });
      expect(await verifyExport(lines.toSpliced(index, 1)), `without line ${index}`).toMatchObject({ ok: false });
    }
    // What an act says may be withheld where it is no common knowledge.
    const withheld = (index: number) => lines.with(index, (lines[index] ?? '').replace(/"said":\{.*\},"second"/, '"said":null,"second"'));
    const drawer = lines.findIndex((line) => line.includes('drawer'));
    expect(await verifyExport(withheld(drawer))).toMatchObject({ ok: true, withheld: 1 });
    expect(await verifyExport(withheld(0))).toEqual({ ok: false, line: 1, reason: 'unknownOfficer' });
    expect(await verifyExport(lines.with(drawer, (lines[drawer] ?? '').replace('drawer', 'drawee')))).toEqual({ ok: false, line: drawer + 1, reason: 'body' });
    expect(await verifyExport(lines.slice(0, -1))).toEqual({ ok: false, line: lines.length, reason: 'end' });
    expect(await verifyExport([...lines, lines[0] ?? ''])).toMatchObject({ ok: false, reason: 'end' });
    expect(await verifyExport(['{"a":1}'])).toEqual({ ok: false, line: 1, reason: 'malformed' });
    expect(await verifyExport([])).toMatchObject({ ok: false });
  });
});
