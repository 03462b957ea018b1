import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canariesOf, formsOf } from './clear-text.ts';
import { otherDisk, workFolder } from './cuts.ts';
import { assets } from './desk.ts';
import { diskOf, layAfterPowerCut, withBytes } from './disk.ts';
import { judge } from './judge.ts';
import { missed, sampled } from './kill-sample.ts';
import { makeWorld } from './operations.ts';
import { straceThere, trace } from './trace.ts';

// A sample of `npm run faults`, the same each time; its kills are in kills-first.test.ts and kills-second.test.ts.
const traced = straceThere();
let work = '';
beforeAll(() => { work = workFolder(); });
afterAll(() => rmSync(work, { recursive: true, force: true }));

it.each(['flips, closed', 'flips, after a crash', 'cut registry', 'cut others', 'cut logs', 'older pages', 'medium'])('%s: every damage is named and nothing deleted', async (name) => {
  const figures = await sampled(name);
  expect(missed(figures)).toEqual([]);
  expect(figures.length).toBeGreaterThan(0);
}, 120_000);

it('the judge sees what is missing, and is not content with a vault that merely opens', async () => {
  const world = join(work, 'world');
  await makeWorld(world);
  expect(await judge(world, [], false)).toEqual([]);
  expect(await judge(world, [{ what: 'act', kind: 'material.registered', subject: 'nosuchmaterial' }], false)).toEqual(['no material.registered of nosuchmaterial']);
  expect(await judge(world, [{ what: 'opens', login: 'r', passphrase: 'другая', perhaps: false }], false)).toEqual(['r is opened by 0 passphrases']);
  expect(await judge(world, [{ what: 'package', path: 'medium/x.grifpkg', sha256: '' }], false)).toEqual(['package medium/x.grifpkg is not the one confirmed']);
  expect(await judge(join(work, 'nowhere'), [], false)).toEqual(['the vault is not there']);
  rmSync(join(world, 'data/vault/heads.log'));
  expect(await judge(world, [], false)).toEqual(['missing heads.log']);
});

it.skipIf(!traced)('the recorder sees every write, and a power cut loses what was not synced', async () => {
  const folder = join(work, 'recorded');
  rmSync(folder, { recursive: true, force: true });
  const script = join(work, 'writer.mjs');
  writeFileSync(script, `import { appendFileSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
    const folder = process.argv[2]; mkdirSync(folder + '/in');
    const fd = openSync(folder + '/in/a', 'w'); writeSync(fd, 'sure'); fsyncSync(fd); fsyncSync(openSync(folder + '/in', 'r')); fsyncSync(openSync(folder, 'r'));
    writeSync(fd, ' lost'); appendFileSync(folder + '/in/a', '!'); renameSync(folder + '/in/a', folder + '/in/b');`);
  mkdirSync(folder);
  const base = join(work, 'empty');
  mkdirSync(base);
  const changes = await trace(script, [folder], folder);
  const whole = diskOf(base);
  for (const change of changes) whole.apply(change);
  const state = join(work, 'laid');
  whole.lay(state);
  expect(readFileSync(join(state, 'in/b'), 'utf8')).toBe('sure lost!');
  layAfterPowerCut(base, changes, changes.length, 'all', () => 0, state);
  expect([existsSync(join(state, 'in/b')), readFileSync(join(state, 'in/a'), 'utf8')]).toEqual([false, 'sure']);
});

it.skipIf(!traced)('the recorder follows copies, renamed folders and another disk, of which one flush makes everything sure', async () => {
  const [folder, safe, base, state] = [join(work, 'moved'), otherDisk(), join(work, 'empty2'), join(work, 'laid2')];
  const script = join(work, 'mover.mjs');
  writeFileSync(script, `import { copyFileSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'; import { execFileSync } from 'node:child_process';
    const [, , folder, safe] = process.argv; mkdirSync(folder + '/a'); writeFileSync(folder + '/a/x', 'one'); copyFileSync(folder + '/a/x', folder + '/copied'); writeFileSync(folder + '/a/x', 'two');
    renameSync(folder + '/a', folder + '/b'); mkdirSync(folder + '/a'); writeFileSync(folder + '/a/x', 'three'); writeFileSync(safe + '/kept', 'kept'); execFileSync('sync', ['-f', safe]);
    writeFileSync(safe + '/lost', 'lost');`);
  for (const one of [folder, base]) mkdirSync(one);
  mkdirSync(join(base, 'safe'));
  try {
    const changes = withBytes(base, await trace(script, [folder, safe], folder, safe));
    const whole = diskOf(base);
    for (const change of changes) whole.apply(change);
    whole.lay(state);
    expect(['b/x', 'copied', 'a/x', 'safe/kept', 'safe/lost'].map((path) => readFileSync(join(state, path), 'utf8'))).toEqual(['two', 'one', 'three', 'kept', 'lost']);
    layAfterPowerCut(base, changes, changes.length, 'all', () => 0, state);
    expect([readFileSync(join(state, 'safe/kept'), 'utf8'), existsSync(join(state, 'safe/lost'))]).toEqual(['kept', false]);
  } finally {
    rmSync(safe, { recursive: true, force: true });
  }
});

it('the watch for clear text knows a text in every form, wherever it begins', () => {
  const text = 'Условный образец';
  for (const shift of [0, 1, 2]) {
    const bytes = Buffer.concat([Buffer.alloc(shift, 7), Buffer.from(text), Buffer.from('...')]);
    for (const written of [bytes, Buffer.from(bytes.toString('base64')), Buffer.from(bytes.toString('hex'))]) expect(formsOf(text).some((form) => written.includes(form))).toBe(true);
  }
  expect(formsOf(text).some((form) => Buffer.from(`{"x":"${text}"}`, 'utf16le').includes(form))).toBe(true);
  expect(formsOf(text).some((form) => Buffer.from('Условная образина, ничего общего').includes(form))).toBe(false);
  expect(canariesOf(join(assets, 'scenarios')).length).toBeGreaterThan(8);
});
