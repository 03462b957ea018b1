import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newWorld, type World } from '../exchange/world.fixture.ts';

let world: World;
beforeEach(async () => {
  world = await newWorld();
  await world.as('d');
});
afterEach(() => world.close());

describe('the journal written out', () => {
  it('lies in the folder as as many lines as it had acts, and its leaving is an act', async () => {
    const { path, acts } = await world.ask('journal.exportTo', { folder: world.medium });
    // The first line is the head of the export, not an act.
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(acts + 1);
    expect(readdirSync(world.medium)).toHaveLength(1);
    expect(await world.refused('journal.exportTo', { folder: world.medium })).toEqual(['media.exists']);
    const { total } = await world.ask('journal.page', { officer: null, kind: 'journal.exported', result: 'done', subject: null, from: null, to: null, text: '', cursor: null, limit: 50 });
    expect(total).toBe(1);
  });

  it('is refused a folder in the vault, a link, a relative one, one that is missing and one that is none', async () => {
    const vault = join(world.folder, 'data/vault');
    const before = readdirSync(vault);
    symlinkSync(world.medium, join(world.folder, 'link'));
    symlinkSync(vault, join(world.folder, 'way'));
    writeFileSync(join(world.folder, 'file'), '');
    mkdirSync(join(vault, 'staging'), { recursive: true });
    const refused = (folder: string) => world.refused('journal.exportTo', { folder });
    for (const within of [vault, join(vault, 'staging'), join(world.folder, 'way/staging')]) expect(await refused(within), within).toEqual(['media.vaultFolder']);
    expect(await refused(join(world.folder, 'link'))).toEqual(['media.symlink']);
    for (const folder of [relative(process.cwd(), world.medium), '.', join(world.folder, 'нет'), join(world.folder, 'file')]) expect(await refused(folder), folder).toEqual(['media.missing']);
    expect([readdirSync(vault), readdirSync(world.medium)]).toEqual([before, []]);
  });

  it('that cannot be begun leaves alone what lies under its names, and says so', async () => {
    const name = 'grif-journal-2026-05-10-09-00-00.jsonl';
    writeFileSync(join(world.medium, `${name}.partial`), 'чужое');
    expect(await world.refused('journal.exportTo', { folder: world.medium })).toEqual(['media.exists']);
    expect(readFileSync(join(world.medium, `${name}.partial`), 'utf8')).toBe('чужое');
    rmSync(join(world.medium, `${name}.partial`));
    writeFileSync(join(world.medium, name), 'чужое');
    expect(await world.refused('journal.exportTo', { folder: world.medium })).toEqual(['media.exists']);
    expect([readdirSync(world.medium), readFileSync(join(world.medium, name), 'utf8')]).toEqual([[name], 'чужое']);
  });
});
