import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frameBytes, prefixBytes, tagBytes } from '#main/vault/frames.ts';
import { assemble, contentsOf, fileOf, forge, label, noise, otherSender, recipient, sender, stranger, tarOf, withFolder } from './package.fixture.ts';
import { prefixLength } from './prefix.ts';
import { writePackage } from './write.ts';

const script = new URL('../../docs/opener/grif_open.py', import.meta.url).pathname;
const python = ['python3', '/usr/bin/python3'].find(
  (name) => spawnSync(name, ['-c', 'import nacl.public, cryptography.hazmat.primitives.ciphers.aead'], { timeout: 10_000 }).status === 0,
);

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Runs the independent opener; answers what it printed and what it left. */
async function run(folder: string, bytes: Uint8Array, who: { secret?: Uint8Array; body?: string; from?: Uint8Array } = {}) {
  await writeFile(join(folder, 'trial.grifpkg'), bytes);
  await writeFile(join(folder, 'our.hex'), hex(who.secret ?? recipient.secretKey));
  await writeFile(join(folder, 'their.hex'), `${hex(who.from ?? sender.publicKey)}\n`);
  const out = join(folder, 'out');
  const args = [script, join(folder, 'trial.grifpkg'), '--key', join(folder, 'our.hex'), '--sender', `${who.body ?? 'CARICC'}=${join(folder, 'their.hex')}`, '--out', out];
  const { status, stdout, stderr } = spawnSync(python ?? '', args, { encoding: 'utf8', timeout: 20_000 });
  return { status, stdout, said: stderr.trim(), out };
}

const code = (said: string) => /^refused: (\w+):/u.exec(said)?.[1] ?? said;

// Where Python or its two modules are missing this is skipped, and the run says so.
describe.skipIf(python === undefined)('the independent opener (python3 with nacl and cryptography)', () => {
  it('opens a good package and gives the same bytes', async () => {
    await withFolder(async (folder) => {
      const large = noise(2 * frameBytes + 5);
      const contents = contentsOf(fileOf('Справка „Oʻq“.bin', large), fileOf('empty', noise(0)), fileOf('a.txt', noise(512)));
      const end = await writePackage({ label, contents, senderKeys: sender, addresseeKeys: [stranger.publicKey, recipient.publicKey], folder });
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      const ran = await run(folder, await readFile(end.path));
      expect([ran.status, ran.said]).toEqual([0, '']);
      expect(JSON.parse(ran.stdout)).toMatchObject({ package: label.number, items: [{ files: [{ name: 'Справка „Oʻq“.bin' }, { name: 'empty' }, { name: 'a.txt' }] }] });
      expect((await readFile(join(ran.out, 'data/files/00001.bin'))).equals(large)).toBe(true);
      expect((await readdir(join(ran.out, 'data/files'))).length).toBe(3);
    });
  });

  it('refuses each kind of bad one by its name, and leaves nothing', async () => {
    await withFolder(async (folder) => {
      const contents = contentsOf(fileOf('a', noise(2 * frameBytes)));
      const end = await writePackage({ label, contents, senderKeys: sender, addresseeKeys: [recipient.publicKey], folder });
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      const good = await readFile(end.path);
      const headerEnd = prefixLength + good.readUInt32BE(12);
      const header = good.subarray(prefixLength, headerEnd);
      const body = good.subarray(headerEnd);
      const frame = frameBytes + tagBytes;
      const flip = (at: number) => {
        const bytes = Buffer.from(good);
        bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
        return bytes;
      };
      const reordered = Buffer.concat([body.subarray(0, prefixBytes), body.subarray(prefixBytes + frame, prefixBytes + 2 * frame), body.subarray(prefixBytes, prefixBytes + frame), body.subarray(prefixBytes + 2 * frame)]);
      const hidden = tarOf(new Map([['package/bagit.txt', Buffer.from('x')], ['package/extra.txt', Buffer.from('x')]]));
      const part = tarOf(new Map([['package/data/files/00001.bin', Buffer.from('x')]]));
      const cases: [string, Uint8Array, string, Parameters<typeof run>[2]?][] = [
        ['another file', Buffer.from('%PDF-1.7'.repeat(50)), 'notAPackage'],
        ['an empty file', Buffer.alloc(0), 'notAPackage'],
        ['a newer version', flip(9), 'newer'],
        ['a newer suite', flip(11), 'newer'],
        ['cut in the prefix', good.subarray(0, 100), 'truncated'],
        ['cut in the body', good.subarray(0, -1), 'truncated'],
        ['something appended', Buffer.concat([good, Buffer.alloc(1)]), 'altered'],
        ['a flip in the signature', flip(100), 'badSignature'],
        ['a flip in the label', flip(prefixLength + 12), 'badSignature'],
        ['a flip in the body', flip(good.length - 30), 'altered'],
        ['another sender', good, 'unknownSender', { from: otherSender.publicKey }],
        ['another body of that key', good, 'unknownSender', { body: 'KZ-01' }],
        ['another addressee', good, 'notAddressee', { secret: stranger.secretKey }],
        ['frames in another order', assemble(header, reordered, sender), 'altered'],
        ['a last frame missing', assemble(header, body.subarray(0, prefixBytes + frame), sender), 'altered'],
        ['another label over the body', assemble(Buffer.from(header.toString().replace('-17', '-18')), body, sender), 'altered'],
        ['a file nobody named', await forge(hidden), 'manifestMismatch'],
        ['a bag without manifests', await forge(part), 'manifestMismatch'],
        ['no archive', await forge([noise(5000)]), 'schema'],
        ['an unknown field on the label', await forge([noise(10)], { header: Buffer.from(JSON.stringify({ ...label, keys: [], grif: 1 })) }), 'schema'],
      ];
      for (const [name, bytes, expected, who] of cases) {
        const ran = await run(folder, bytes, who);
        expect([name, ran.status, code(ran.said)]).toEqual([name, 1, expected]);
        expect(existsSync(ran.out) || existsSync(`${ran.out}.unverified`)).toBe(false);
      }
    });
  });
});
