import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import type { InventoryItemFacts } from '#app/exchange/inventory.ts';
import { sealStream } from '#main/vault/frames.ts';
import type { PackageContents, PackageFile, PackageLabel } from './contents.ts';
import { encodeHeader } from './header.ts';
import { fingerprintOf, sealKey, signDetached } from './keys.ts';
import type { SignKeys } from './keys.ts';
import { boundPart, encodePrefix, signedPart } from './prefix.ts';
import { writeTar } from './tar.ts';
import type { TarEntry } from './tar.ts';
import type { VerifyOptions } from './verify.ts';

// Everything here is fictional: bodies, numbers, markings and texts are made up for tests.
export const sender = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(1));
export const otherSender = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(2));
export const recipient = nacl.box.keyPair.fromSecretKey(new Uint8Array(32).fill(3));
export const stranger = nacl.box.keyPair.fromSecretKey(new Uint8Array(32).fill(4));

export const label: PackageLabel = { number: 'CARICC/2026-17', sender: 'CARICC', addressee: 'UZ-01', date: '2026-11-22' };

export const facts: InventoryItemFacts = {
  registrationNumber: '02/2026-0144',
  copyNumber: '2',
  sheets: 3,
  markingVerbatim: 'MAXFIY canary-marking «Oqtepa» oʻtgan',
  grif: 'LOWER',
  evaluationVerbatim: 'B2',
  restrictions: ['canary-restriction: без передачи третьим лицам'],
  consentReference: '4/201 от 2026-06-01',
  originatorReference: 'canary-originator 4/118',
};

/** Bytes that look like nothing and are the same each time. */
export function noise(bytes: number, seed = 7): Buffer {
  const out = Buffer.alloc(bytes);
  let state = seed >>> 0 || 1;
  for (let i = 0; i < bytes; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out[i] = state >>> 24;
  }
  return out;
}

export function fileOf(name: string, bytes: Buffer): PackageFile {
  return { name, bytes: bytes.length, sha256: sha(bytes), open: () => inPieces(bytes) };
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_521) yield bytes.subarray(at, at + 65_521);
}

export function contentsOf(...files: PackageFile[]): PackageContents {
  return { items: [{ ...facts, files }], documents: [{ kind: 'receipt', ...fileOf('', Buffer.from('%PDF-1.7 made up')) }] };
}

export function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export const trusting: VerifyOptions = {
  recipientKeys: [recipient],
  knownSenders: [{ body: 'CARICC', publicKey: sender.publicKey }],
  seen: () => false,
};

export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'grif-package-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A package made by a sender who signs whatever he likes: the hostile insider. */
export async function forge(
  plain: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  change: { label?: PackageLabel; header?: Buffer; keys?: SignKeys; to?: Uint8Array; contentKey?: Uint8Array } = {},
): Promise<Buffer> {
  const keys = change.keys ?? sender;
  const contentKey = change.contentKey ?? new Uint8Array(randomBytes(32));
  const header = change.header ?? encodeHeader(change.label ?? label, [sealKey(contentKey, change.to ?? recipient.publicKey)]);
  const base = { headerBytes: header.length, senderFingerprint: fingerprintOf(keys.publicKey), bodyBytes: 0, bodyDigest: Buffer.alloc(32), signature: Buffer.alloc(64) };
  const parts: Uint8Array[] = [];
  await sealStream(plain, { write: async (bytes) => parts.push(Uint8Array.from(bytes)) }, { key: contentKey, header: boundPart(encodePrefix(base), header) });
  return assemble(header, Buffer.concat(parts), keys);
}

/** Puts header and body together under a valid signature. */
export function assemble(header: Buffer, body: Buffer, keys: SignKeys): Buffer {
  const known = {
    headerBytes: header.length,
    senderFingerprint: fingerprintOf(keys.publicKey),
    bodyBytes: body.length,
    bodyDigest: createHash('sha256').update(body).digest(),
    signature: Buffer.alloc(64),
  };
  const signature = signDetached(signedPart(encodePrefix(known), header), keys);
  return Buffer.concat([encodePrefix({ ...known, signature }), header, body]);
}

/** A tar of the given files. */
export function tarOf(files: ReadonlyMap<string, Uint8Array>): AsyncGenerator<Uint8Array> {
  async function* entries(): AsyncGenerator<TarEntry> {
    for (const [name, bytes] of files) yield { name, size: bytes.length, content: [bytes] };
  }
  return writeTar(entries());
}
