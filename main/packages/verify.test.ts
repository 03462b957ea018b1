import { execFileSync } from 'node:child_process';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameBytes, prefixBytes, tagBytes } from '#main/vault/frames.ts';
import { PackageError } from './error.ts';
import type { PackageErrorCode } from './error.ts';
import { encodeHeader } from './header.ts';
import { inspectPackage } from './inspect.ts';
import { sealKey } from './keys.ts';
import { openPackage } from './open.ts';
import { assemble, contentsOf, fileOf, label, noise, otherSender, recipient, sender, stranger, trusting, withFolder } from './package.fixture.ts';
import { magic, prefixLength } from './prefix.ts';
import { verifyPackage } from './verify.ts';
import type { VerifyOptions } from './verify.ts';
import { writePackage } from './write.ts';

let good: Buffer;
let headerEnd: number;
let folder: string;
let release: () => void;
let kept: Promise<void>;

beforeAll(async () => {
  await new Promise<void>((ready) => {
    kept = withFolder(async (made) => {
      folder = made;
      const contents = contentsOf(fileOf('scan.pdf', noise(2 * frameBytes + 77)), fileOf('note.txt', noise(40)));
      const end = await writePackage({ label, contents, senderKeys: sender, addresseeKeys: [recipient.publicKey], folder });
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      good = await readFile(end.path);
      headerEnd = prefixLength + good.readUInt32BE(12);
      ready();
      await new Promise<void>((done) => {
        release = done;
      });
    });
  });
});
afterAll(async () => {
  release();
  await kept;
});

/** Verifies the bytes and answers the code of the refusal, or `ok`. */
async function verdict(bytes: Uint8Array, options: VerifyOptions = trusting): Promise<PackageErrorCode | 'ok'> {
  const path = join(folder, 'trial.grifpkg');
  await writeFile(path, bytes);
  try {
    await verifyPackage(path, options);
    return 'ok';
  } catch (error) {
    if (error instanceof PackageError) return error.code;
    throw error;
  }
}

function changed(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(good);
  change(bytes);
  return bytes;
}

/** The same body under the sender's own new signature: what only the sender, or a thief of his key, can do. */
function resigned(body: Buffer): Buffer {
  return assemble(good.subarray(prefixLength, headerEnd), body, sender);
}

describe('a package that was cut', () => {
  it('is refused at every boundary', async () => {
    const frame = frameBytes + tagBytes;
    const body = headerEnd + prefixBytes;
    const cuts = [1, 7, 8, 9, 10, 12, 16, 48, 88, prefixLength - 1, prefixLength, headerEnd - 1, headerEnd, headerEnd + 1,
      body, body + 1, body + frameBytes, body + frame - 1, body + frame, body + frame + 1, body + 2 * frame, good.length - tagBytes, good.length - 1];
    for (const cut of cuts) expect([cut, await verdict(good.subarray(0, cut))]).toEqual([cut, 'truncated']);
    expect(await verdict(good.subarray(0, 0))).toBe('notAPackage');
  });

  it('is refused at any byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 2 }), async (cut) => {
        expect(await verdict(good.subarray(0, cut + 1))).toBe('truncated');
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('is refused also when the sender signed the rest', async () => {
    const frame = frameBytes + tagBytes;
    for (const cut of [prefixBytes + frame, prefixBytes + 2 * frame, prefixBytes, 3, 0, prefixBytes + 20]) {
      expect(await verdict(resigned(good.subarray(headerEnd, headerEnd + cut)))).toBe('altered');
    }
  });
});

describe('a package that was altered', () => {
  it('is refused for a flip in any region, by its name', async () => {
    const regions: [string, number, PackageErrorCode][] = [
      ['magic', 0, 'notAPackage'], ['magic', 7, 'notAPackage'], ['version', 9, 'newer'], ['suite', 11, 'newer'],
      ['sender', 16, 'unknownSender'], ['sender', 47, 'unknownSender'],
      ['digest', 56, 'badSignature'], ['digest', 87, 'badSignature'],
      ['signature', 88, 'badSignature'], ['signature', 151, 'badSignature'],
      ['header', prefixLength + 3, 'badSignature'], ['header', headerEnd - 1, 'badSignature'],
      ['nonce', headerEnd, 'altered'], ['frame 0', headerEnd + prefixBytes + 5, 'altered'],
      ['tag', headerEnd + prefixBytes + frameBytes + 3, 'altered'], ['last byte', good.length - 1, 'altered'],
    ];
    for (const [name, at, code] of regions) {
      expect([name, at, await verdict(changed((b) => b.writeUInt8((b[at] ?? 0) ^ 1, at)))]).toEqual([name, at, code]);
    }
    // A length that grows asks for bytes that are not there; one that shrinks leaves bytes over.
    expect(await verdict(changed((b) => b.writeUInt32BE(b.readUInt32BE(12) + 1, 12)))).toBe('truncated');
    expect(await verdict(changed((b) => b.writeUInt32BE(b.readUInt32BE(12) - 1, 12)))).toBe('altered');
    expect(await verdict(changed((b) => b.writeUInt32BE(0xffffffff, 12)))).toBe('tooLarge');
    expect(await verdict(changed((b) => b.writeBigUInt64BE(2n ** 64n - 1n, 48)))).toBe('tooLarge');
    expect(await verdict(Buffer.concat([good, Buffer.alloc(1)]))).toBe('altered');
  });

  it('is refused for a flip of any bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        expect(await verdict(changed((b) => b.writeUInt8((b[at] ?? 0) ^ (1 << bit), at)))).not.toBe('ok');
      }),
      { seed: 6, numRuns: 50 },
    );
  });

  it('is refused when frames were put in another order, even under a valid signature', async () => {
    const frame = frameBytes + tagBytes;
    const body = good.subarray(headerEnd);
    const nonce = body.subarray(0, prefixBytes);
    const [a, b, rest] = [body.subarray(prefixBytes, prefixBytes + frame), body.subarray(prefixBytes + frame, prefixBytes + 2 * frame), body.subarray(prefixBytes + 2 * frame)];
    expect(await verdict(resigned(Buffer.concat([nonce, b, a, rest])))).toBe('altered');
    expect(await verdict(resigned(Buffer.concat([nonce, a, a, rest])))).toBe('altered');
    expect(await verdict(resigned(Buffer.concat([nonce, a, b, b, rest])))).toBe('altered');
    expect(await verdict(resigned(Buffer.concat([nonce, a, b, rest])))).toBe('ok');
  });

  it('is refused when its body was put under another label', async () => {
    const header = Buffer.from(good.toString('utf8', prefixLength, headerEnd).replace('2026-17', '2026-18'));
    expect(await verdict(assemble(header, good.subarray(headerEnd), sender))).toBe('altered');
  });

  it('is refused when another known body signs it as its own', async () => {
    const both: VerifyOptions = { ...trusting, knownSenders: [...trusting.knownSenders, { body: 'KZ-01', publicKey: otherSender.publicKey }] };
    const header = Buffer.from(good.toString('utf8', prefixLength, headerEnd).replace('"sender":"CARICC"', '"sender":"KZ-01"'));
    expect(await verdict(assemble(header, good.subarray(headerEnd), otherSender), both)).toBe('altered');
    expect(await verdict(assemble(good.subarray(prefixLength, headerEnd), good.subarray(headerEnd), otherSender), both)).toBe('unknownSender');
  });
});

describe('a package that is not for us or not from whom it says', () => {
  it('is refused without the addressee\'s key', async () => {
    expect(await verdict(good, { ...trusting, recipientKeys: [stranger] })).toBe('notAddressee');
    expect(await verdict(good, { ...trusting, recipientKeys: [] })).toBe('notAddressee');
    expect(await verdict(good, { ...trusting, recipientKeys: [stranger, recipient] })).toBe('ok');
  });

  it('is refused when our key is named but the sealing is for another', async () => {
    const sealed = { ...sealKey(new Uint8Array(32), stranger.publicKey), fingerprint: sealKey(new Uint8Array(32), recipient.publicKey).fingerprint };
    expect(await verdict(assemble(encodeHeader(label, [sealed]), good.subarray(headerEnd), sender))).toBe('altered');
  });

  it('is refused from a key that is not in the directory', async () => {
    expect(await verdict(good, { ...trusting, knownSenders: [] })).toBe('unknownSender');
    expect(await verdict(good, { ...trusting, knownSenders: [{ body: 'CARICC', publicKey: otherSender.publicKey }] })).toBe('unknownSender');
    expect(await verdict(good, { ...trusting, knownSenders: [{ body: 'KZ-01', publicKey: sender.publicKey }] })).toBe('unknownSender');
  });

  it('is refused when its number has come before from this sender', async () => {
    const asked: string[] = [];
    const seen = (from: string, number: string) => asked.push(`${from} ${number}`) > 0;
    expect(await verdict(good, { ...trusting, seen })).toBe('replayed');
    expect(asked).toEqual(['CARICC CARICC/2026-17']);
  });

  it('does not ask about replay before the signature holds', async () => {
    const asked: string[] = [];
    const seen = (from: string) => asked.push(from) > 0;
    expect(await verdict(changed((b) => b.writeUInt8((b[90] ?? 0) ^ 1, 90)), { ...trusting, seen })).toBe('badSignature');
    expect(asked).toEqual([]);
  });
});

const codeOf = (path: string) =>
  verifyPackage(path, trusting).catch((error: unknown) => (error instanceof PackageError ? error.code : error));

describe('a path that is no package', () => {
  it('is refused: another file, an empty one, a folder, a link, a pipe, nothing', async () => {
    expect(await verdict(Buffer.from('%PDF-1.7\n'.repeat(50)))).toBe('notAPackage');
    expect(await verdict(Buffer.alloc(5000))).toBe('notAPackage');
    expect(await verdict(magic)).toBe('truncated');
    await symlink(join(folder, 'trial.grifpkg'), join(folder, 'link.grifpkg'));
    execFileSync('mkfifo', [join(folder, 'pipe.grifpkg')]);
    expect(await codeOf(join(folder, 'link.grifpkg'))).toBe('hostilePath');
    expect(await codeOf(join(folder, 'pipe.grifpkg'))).toBe('notAPackage');
    expect(await codeOf(folder)).toBe('notAPackage');
    expect(await codeOf(join(folder, 'absent.grifpkg'))).toBe('unreadable');
  });

  it('is too large when longer than allowed', async () => {
    expect(await verdict(good, { ...trusting, maxBytes: good.length - 1 })).toBe('tooLarge');
    expect(await verdict(good, { ...trusting, maxBytes: good.length })).toBe('ok');
  });

  it('has a label that is judged by its form before it is shown', async () => {
    const tries = ['{', '[]', '{"number":"1"}', JSON.stringify({ ...label, keys: [], grif: 'LOWER' }), '"\u{d800}"'];
    for (const header of [...tries.map((text) => Buffer.from(text)), Buffer.from([0xff, 0xfe])]) {
      await writeFile(join(folder, 'label.grifpkg'), assemble(header, Buffer.alloc(40), sender));
      await expect(inspectPackage(join(folder, 'label.grifpkg'))).rejects.toMatchObject({ code: 'schema' });
    }
  });
});

describe('the second pass', () => {
  it('stops when the medium no longer gives what was verified', async () => {
    const path = join(folder, 'second.grifpkg');
    await writeFile(path, good);
    const opened = await openPackage(path, trusting);
    await writeFile(path, changed((b) => b.writeUInt8((b.at(-40) ?? 0) ^ 1, b.length - 40)));
    const read = async () => {
      for await (const part of opened.parts()) for await (const _ of part.content);
    };
    await expect(read()).rejects.toMatchObject({ code: 'altered' });
    await opened.close();
  });

  it('can be stopped, and so can the first', async () => {
    const path = join(folder, 'stop.grifpkg');
    await writeFile(path, good);
    await expect(verifyPackage(path, { ...trusting, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    const opened = await openPackage(path, trusting);
    const stopped = opened.parts(AbortSignal.abort());
    await expect(stopped.next()).rejects.toMatchObject({ code: 'cancelled' });
    await opened.close();
  });
});
