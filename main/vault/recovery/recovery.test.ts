import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { medium, onMedium, quietly, restore } from '../backup/backup.fixture.ts';
import { readHeader as seenHeader, writeHeader } from '../header-copies.ts';
import { finish } from '../steps.ts';
import { openRecovery, SheetsRefused, verifyExport, type OpenVault } from '../vault.ts';
import { appointment, cleanTrials, director, enrolWithGrant, noteTaken, textsOf, trial, type Trial } from '../vault.fixture.ts';

afterEach(cleanTrials);

const security = { login: 'security', name: 'Берик Вымышленный', role: 'security', passphrase: 'другая вымышленная фраза' } as const;
const registrar = { login: 'registrar', name: 'Вымышленный', role: 'registrar', passphrase: 'третья вымышленная фраза' } as const;
const successor = { login: 'director-2', name: 'Айгерим Тестова', passphrase: 'новая вымышленная фраза' };
const holders = ['Первый', 'Второй', 'Третий', 'Четвёртый', 'Пятый'].map((name) => `${name} Вымышленный`);

/** The header, and how it is put there altered: as its next writing. */
const readHeader = (folder: string) => seenHeader(folder).header;
const alter = (folder: string, part: Partial<ReturnType<typeof readHeader>>) => writeHeader(folder, { ...readHeader(folder), serial: readHeader(folder).serial + 1, ...part });

type Sheets = readonly (readonly string[])[];

async function arrange(vault: OpenVault, threshold = 3, names: readonly string[] = holders): Promise<Sheets> {
  await vault.together(security, ['security'], () => vault.recovery.arrange({ threshold, holders: names }));
  return vault.recovery.sheets().map(({ lines }) => lines);
}

/** A vault with a security officer, content in two holdings and a recovery of three of five. */
async function arranged(): Promise<{ t: Trial; sheets: Sheets }> {
  const t = trial();
  const vault = await t.create();
  await vault.enrol(security);
  vault.commit([noteTaken('запись первая'), noteTaken('высшая', 'KZ-01/UPPER')]);
  const sheets = await arrange(vault);
  vault.lock();
  return { t, sheets };
}

const open = (t: Trial, sheets: Sheets, more: Partial<Parameters<typeof openRecovery>[1]> = {}) => openRecovery(t.folder, {
  ...t.surroundings, sheets, replaces: director.login, director: successor, appointment, second: security, reason: 'утрачена парольная фраза', ...more,
});

/** The new director finds everything, the journal holds, inside and outside. */
async function expectWhole(t: Trial, texts: readonly string[] = ['запись первая'], upper: readonly string[] = ['высшая']): Promise<void> {
  const vault = await t.unlock(successor);
  expect([textsOf(vault), textsOf(vault, 'KZ-01/UPPER')]).toEqual([texts, upper]);
  expect(vault.journal.count({ kind: 'recovery.opened' })).toBe(1);
  expect(finish(vault.journal.verify()).broken).toBeUndefined();
  const lines = [...vault.journal.export()];
  expect(await verifyExport(lines)).toMatchObject({ ok: true });
  expect(finish(vault.rebuild())).toEqual({ differences: [], lost: [] });
  vault.commit([noteTaken('после')]);
  await vault.rekey();
  expect(vault.rekeyDue()).toEqual([]);
  vault.lock();
  await expect(t.unlock(director)).rejects.toMatchObject({ code: 'noSuchOfficer' });
}

const chosen = <T>(all: readonly T[], which: number): T[] => all.filter((_, index) => (which & (1 << index)) !== 0);

describe('a recovery', () => {
  it('is opened by every three of five sheets, in any order, and by no two', async () => {
    const { t, sheets } = await arranged();
    for (let which = 1; which < 2 ** sheets.length; which += 1) {
      const some = chosen(sheets, which);
      // Opening spends it: each trial has a vault of its own. Larger sets than needed are tried by the property below.
      if (some.length === 2) await expect(open(t, some)).rejects.toMatchObject({ troubles: [{ what: 'few', given: 2, threshold: 3 }] });
      if (some.length === 3) expect((await open(t.copy(`by-${which}`), some.toReversed())).holders).toEqual(chosen(holders, which));
    }
    await open(t, sheets.slice(0, 3));
    await expectWhole(t);
  });

  it('keeps to its threshold whatever it is', async () => {
    const { createSuite } = await import('../suite.ts');
    const { randomBytes } = await import('node:crypto');
    const { seedOf, shareOut } = await import('./shares.ts');
    const suite = createSuite((length) => randomBytes(length));
    const vaultId = 'ab'.repeat(16);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 12 }), fc.integer(), fc.uint8Array({ minLength: 32, maxLength: 32 }), async (a, b, mix, seed) => {
      const [threshold, count] = [Math.min(a, b), Math.max(a, b)];
      const { sheets, shares } = await shareOut(suite, seed, { vaultId, arrangement: '01234567', threshold, holders: count });
      const shuffled = sheets.map((sheet, index) => ({ sheet, at: Math.imul(index + 1, mix | 1) })).toSorted((x, y) => x.at - y.at).map(({ sheet }) => sheet);
      const recovery = { id: '01234567', threshold, shares, boxPublic: '', signPublic: '', registryKey: '' };
      for (const size of [threshold, count]) expect((await seedOf(suite, shuffled.slice(0, size), { vaultId, recovery })).seed).toEqual(seed);
      await expect(seedOf(suite, shuffled.slice(0, threshold - 1), { vaultId, recovery })).rejects.toBeInstanceOf(SheetsRefused);
      // Not refused for its number only: what fewer shares add up to is another seed.
      if (threshold > 2) expect((await seedOf(suite, shuffled.slice(0, threshold - 1), { vaultId, recovery: { ...recovery, threshold: threshold - 1 } })).seed).not.toEqual(seed);
    }), { numRuns: 60, seed: 20261130 });
  });

  it('opens what was added, encrypted anew and put back from a backup after it was arranged', async () => {
    const { t, sheets } = await arranged();
    const vault = await t.unlock();
    const id = await enrolWithGrant(vault, registrar);
    vault.lock();
    const working = await t.unlock(registrar);
    working.commit([noteTaken('запись регистратора'), noteTaken('новое хранилище', 'TJ-01/UPPER')]);
    working.lock();
    const again = await t.unlock();
    again.disable(id, 'перевод');
    expect(again.rekeyDue().length).toBeGreaterThan(0);
    await again.rekey();
    expect(again.recovery.arranged()).toMatchObject({ unsealed: 0, threshold: 3 });
    mkdirSync(onMedium(t));
    again.backup.mark(onMedium(t), medium);
    await again.backup.write({ ...quietly, folder: onMedium(t), medium: medium.id, generation: 1 });
    again.lock();
    await restore(t, 'restored', 1);
    const back = { ...t.copy('unused'), folder: join(t.root, 'restored') };
    for (const one of [t, { ...back, unlock: (who = director) => import('../vault.ts').then(({ unlockVault }) => unlockVault(back.folder, { ...t.surroundings, ...who })) }]) {
      await openRecovery(one.folder, { ...t.surroundings, sheets: sheets.slice(2), replaces: director.login, director: successor, appointment, second: security, reason: 'утрачена' });
      const whole = await one.unlock(successor);
      expect([textsOf(whole), textsOf(whole, 'KZ-01/UPPER'), textsOf(whole, 'TJ-01/UPPER')]).toEqual([['запись первая', 'запись регистратора'], ['высшая'], ['новое хранилище']]);
      expect(finish(whole.journal.verify()).broken).toBeUndefined();
      whole.lock();
    }
  });

  it('is worth nothing once it is arranged anew, nor once it was opened', async () => {
    const { t, sheets } = await arranged();
    const vault = await t.unlock();
    const newer = await arrange(vault, 2, holders.slice(0, 2));
    // What the old shares could open is encrypted anew.
    expect(vault.rekeyDue().toSorted()).toEqual(['KZ-01/UPPER', 'UZ-01/LOWER']);
    vault.lock();
    expect(readHeader(t.folder).recovery).toHaveLength(1);
    await expect(open(t, sheets.slice(0, 3))).rejects.toMatchObject({ troubles: [1, 2, 3].map((sheet) => ({ what: 'replaced', sheet })) });
    const kept = t.copy('kept');
    await open(t, newer);
    await expectWhole(t);
    await expect(open(t, newer, { replaces: successor.login, director: { ...successor, login: 'director-3' } })).rejects.toMatchObject({ code: 'missing', place: 'recovery' });
    // Also when the header of before is put back: the journal says that it is spent.
    alter(t.folder, { recovery: readHeader(kept.folder).recovery });
    await expect(open(t, newer, { replaces: successor.login, director: { ...successor, login: 'director-3' } })).rejects.toMatchObject({ code: 'missing', place: 'recovery' });
  });

  it('names what is wrong with each sheet, and changes nothing', async () => {
    const { t, sheets } = await arranged();
    const { sheets: foreign } = await arranged();
    const [one = [], two = [], three = [], four = []] = sheets;
    const before = readFileSync(join(t.folder, 'vault.json'), 'utf8');
    const slip = (lines: readonly string[], line: number, at: number) => lines.with(line, `${lines[line]?.slice(0, at)}${(Number(lines[line]?.[at]) + 1) % 10}${lines[line]?.slice(at + 1)}`);
    const cases: readonly (readonly [Sheets, readonly object[]])[] = [
      [[one, slip(two, 2, 10), three], [{ what: 'line', sheet: 2, line: 3 }]],
      [[one, two, [three[0] ?? '', three[2] ?? '', three[1] ?? '', three[3] ?? '']], [{ what: 'line', sheet: 3, line: 2 }]],
      [[one, two, [three[0] ?? '', four[1] ?? '', three[2] ?? '', three[3] ?? '']], [{ what: 'mixed', sheet: 3 }]],
      [[one, two, one], [{ what: 'twice', sheet: 3 }]],
      [[one, foreign[1] ?? [], []], [{ what: 'otherVault', sheet: 2 }, { what: 'line', sheet: 3, line: 1 }]],
      [[], [{ what: 'few', given: 0, threshold: 3 }]],
    ];
    for (const [given, troubles] of cases) await expect(open(t, given)).rejects.toMatchObject({ name: 'SheetsRefused', troubles });
    // A sheet of this arrangement with another share on it, rightly checked.
    const { readSheet, sheetLines } = await import('./sheet.ts');
    const { createSuite } = await import('../suite.ts');
    const suite = createSuite((length) => new Uint8Array(length));
    const read = readSheet(suite, two);
    if (read === 'mixed' || 'line' in read) throw new Error('the sheet reads');
    const forged = sheetLines(suite, { ...read, share: read.share.map((byte, index) => (index === 0 ? byte ^ 1 : byte)) });
    await expect(open(t, [one, forged, three])).rejects.toMatchObject({ troubles: [{ what: 'wrong', sheet: 2 }] });
    expect(readFileSync(join(t.folder, 'vault.json'), 'utf8')).toBe(before);
    const vault = await t.unlock();
    expect(vault.journal.count({ kind: 'recovery.opened' })).toBe(0);
    vault.lock();
  });

  it('takes a second officer at work, or the share holders alone, and an active director to be replaced', async () => {
    const { t, sheets } = await arranged();
    const vault = await t.unlock();
    const id = await vault.enrol(registrar);
    vault.disable(id, 'перевод');
    vault.lock();
    const three = sheets.slice(0, 3);
    await expect(open(t, three, { second: { ...security, passphrase: 'не та' } })).rejects.toMatchObject({ code: 'wrongPassphrase', place: security.login });
    await expect(open(t, three, { second: director })).rejects.toMatchObject({ code: 'forbidden', place: 'samePerson' });
    await expect(open(t, three, { second: registrar })).rejects.toMatchObject({ code: 'noSuchOfficer' });
    await expect(open(t, three, { replaces: security.login })).rejects.toMatchObject({ code: 'forbidden', place: 'replaces' });
    await expect(open(t, three, { director: { ...successor, login: director.login.toUpperCase() } })).rejects.toMatchObject({ code: 'loginTaken' });
    const alone = t.copy('alone');
    await open(alone, three, { second: null });
    await open(t, three);
    for (const [one, second] of [[t, 1], [alone, 0]] as const) {
      const whole = await one.unlock(successor);
      const acts = whole.journal.page({}, null, 100).acts.filter(({ officer }) => officer === '*recovery');
      expect(acts.map(({ kind }) => kind)).toEqual(['officer.disabled', 'grant.issued', 'officer.enrolled', 'recovery.opened']);
      expect(acts.filter((act) => act.second !== null)).toHaveLength(second * 4);
      whole.lock();
      await expectWhole(one);
    }
  });

  it('is not arranged by one person, by two others, or by somebody who writes the registry', async () => {
    const { t } = await arranged();
    const vault = await t.unlock();
    await expect(vault.recovery.arrange({ threshold: 2, holders })).rejects.toThrow('takes two persons');
    expect(readHeader(t.folder).recovery).toHaveLength(1);
    expect(vault.recovery.arranged()).toMatchObject({ threshold: 3, holders });
    vault.lock();
    const second = await t.unlock(security);
    await expect(second.together(director, ['director'], () => second.recovery.arrange({ threshold: 2, holders }))).rejects.toMatchObject({ code: 'forbidden', place: 'recovery' });
    second.lock();
    // Another key in the header than the one that the two signed for: it opens nothing, and the next unlocking drops it.
    const header = readHeader(t.folder);
    alter(t.folder, { recovery: header.recovery.map((one) => ({ ...one, signPublic: 'ab'.repeat(32) })) });
    (await t.unlock()).lock();
    expect(readHeader(t.folder).recovery).toEqual([]);
  });

  it('is nobody for whom a last key may be taken: it opens nothing day by day', async () => {
    const { t } = await arranged();
    const vault = await t.unlock();
    const [founded] = vault.journal.page({ kind: 'vault.created' }, null, 1).acts;
    const { grant } = z.looseObject({ grant: z.looseObject({ id: z.string() }) }).parse(founded?.open);
    const document = { number: '9', date: '2026-11-20' };
    expect(() => vault.revokeGrant(grant.id, { reason: 'перевод', document })).toThrow(expect.objectContaining({ code: 'lastKey' }));
    vault.lock();
  });

  it('leaves no seed, no share and no line of a sheet in the vault', async () => {
    const { t, sheets } = await arranged();
    const { readdirSync, statSync } = await import('node:fs');
    const files = readdirSync(t.folder, { recursive: true, encoding: 'utf8' }).map((name) => join(t.folder, name)).filter((path) => statSync(path).isFile());
    for (const path of files) for (const lines of sheets) for (const line of lines) expect(readFileSync(path).includes(line), path).toBe(false);
    const vault = await t.unlock();
    expect(vault.recovery.sheets()).toEqual([]);
    vault.lock();
  });
});

describe('the acts of a recovery', () => {
  const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import hashlib'], { timeout: 10_000 }).status === 0);
  const script = new URL('../../../docs/verifier/grif_verify.py', import.meta.url).pathname;

  it('are accepted by the outside verifier, and none of its key but those', async () => {
    const { t, sheets } = await arranged();
    await open(t, sheets.slice(0, 3));
    const vault = await t.unlock(successor);
    const lines = [...vault.journal.export()];
    vault.lock();
    const path = join(t.root, 'journal.jsonl');
    const check = (text: readonly string[]) => {
      writeFileSync(path, `${text.join('\n')}\n`);
      return spawnSync(python ?? '', [script, path], { encoding: 'utf8', timeout: 60_000 });
    };
    if (python !== undefined) expect(check(lines)).toMatchObject({ status: 0, stderr: '' });
    // The act of opening struck out of what is said: what follows was signed by a key that nobody opened.
    const at = lines.findIndex((line) => line.includes('"kind":"recovery.opened"'));
    const withheld = lines.with(at, (lines[at] ?? '').replace(/"said":\{.*\}(?=,"second")/, '"said":null'));
    expect(await verifyExport(withheld)).toEqual({ ok: false, line: at + 1, reason: 'notTheDirector' });
    if (python !== undefined) expect(check(withheld).stderr.trim()).toBe(`broken: notTheDirector: act ${at + 1}`);
  });
});
