import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { finish } from './steps.ts';
import { cleanTrials, director, holding, noteTaken, textsOf, trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const canaries = ['КАНАРЕЙКА-желтая-7719', 'canary-plain-7719', 'Тайное имя Вымышленного', director.passphrase];
const forms = canaries.flatMap((text) => [
  Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text, 'utf8').toString('hex')), Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -2)),
]);

function scan(folder: string): string[] {
  const hits: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      continue;
    }
    if (forms.some((form) => bytes.includes(form)) || bytes.subarray(0, 15).toString() === 'SQLite format 3') hits.push(path);
  }
  return hits;
}

describe('content of a holding', () => {
  it('is nowhere in clear: not in the vault, not beside it, not in the folder for temporary files, open or locked', async () => {
    const t = trial();
    const vault = await t.create();
    const source = join(t.root, 'source.txt');
    writeFileSync(source, canaries.join('\n').repeat(2000));
    const { fileId } = await vault.files.stage(source);
    // The scan sees what it looks for.
    expect(scan(t.root)).toEqual([source]);
    writeFileSync(source, '');
    for (let n = 0; n < 60; n += 1) vault.commit([noteTaken(`${canaries.join(' ')} ${n} ${'ж'.repeat(3000)}`)], n === 0 ? { adopt: [{ fileId, holding }] } : {});
    // A sort, a rebuild and a dropped transaction: what makes a database spill.
    vault.holding(holding)?.prepare('SELECT text FROM note ORDER BY text DESC, seq').all();
    expect(finish(vault.rebuild()).differences).toEqual([]);
    expect(() => vault.commit([noteTaken(canaries.join(' ')), { kind: 'x', result: 'done', subject: null, open: { bad: Number.NaN }, held: [] }])).toThrow(TypeError);
    const sealed = vault.derive('officer', 'drafts').seal(Buffer.from(canaries.join(' ')));
    expect(forms.some((form) => Buffer.from(sealed).includes(form))).toBe(false);
    expect(scan(t.root)).toEqual([]);
    vault.lock();
    expect(scan(t.root)).toEqual([]);
    // Only entries of ours and of SQLite: other programs work in the same folder.
    const stray = readdirSync(tmpdir()).filter((name) => /^(etilqs|sqlite|grif)/i.test(name) && !name.startsWith('grif-'));
    expect(stray).toEqual([]);
    const again = await t.unlock();
    expect(textsOf(again).length).toBe(60);
    again.lock();
  });

  it('cannot be told from another of the same text by those who read the journal only', async () => {
    const t = trial();
    const vault = await t.create();
    const acts = vault.commit([noteTaken('одно и то же'), noteTaken('одно и то же', 'KZ-01/UPPER')]);
    const notes = acts.filter(({ kind }) => kind === 'note.taken');
    expect(new Set(notes.flatMap(({ digest, held }) => [digest, ...held.map(({ hash }) => hash)])).size).toBe(4);
    const names = readdirSync(join(t.folder, 'holdings'));
    expect(names.every((name) => /^[0-9a-f]{32}$/.test(name))).toBe(true);
    vault.lock();
  });
});
