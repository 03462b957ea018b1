import { PackageError } from './error.ts';

/**
 * The fixed beginning of a package; docs/package-format.md draws it. The first byte is no text and the line
 * ends show a transfer that mangles them, as PNG's signature does (ISO/IEC 15948, 5.2).
 */
export const magic = Buffer.from([0x93, 0x47, 0x52, 0x49, 0x46, 0x0d, 0x0a, 0x1a]);
export const formatVersion = 1;
/** X25519-XSalsa20-Poly1305 (nacl.box), AES-256-GCM in STREAM frames of 1 MiB, Ed25519, SHA-256. */
export const suiteNaclGcm = 1;

export const prefixLength = 152;
/** Length of the part bound into every frame: everything that is known before sealing. */
const boundLength = 48;
/** Length of the part under the signature: all but the signature itself. */
const signedLength = 88;
const signatureContext = Buffer.from('Grif package 1\n', 'ascii');

export const packageLimits = {
  headerBytes: 64 * 1024,
  /** Whole file; room for eight attachments of the largest kind. */
  packageBytes: 17 * 1024 ** 3,
} as const;

export interface Prefix {
  readonly headerBytes: number;
  /** SHA-256 of the sender's Ed25519 public key. */
  readonly senderFingerprint: Buffer;
  readonly bodyBytes: number;
  /** SHA-256 of the body. */
  readonly bodyDigest: Buffer;
  readonly signature: Buffer;
}

export function encodePrefix(prefix: Prefix): Buffer {
  const bytes = Buffer.alloc(prefixLength);
  bytes.set(magic, 0);
  bytes.writeUInt16BE(formatVersion, 8);
  bytes.writeUInt16BE(suiteNaclGcm, 10);
  bytes.writeUInt32BE(prefix.headerBytes, 12);
  bytes.set(prefix.senderFingerprint, 16);
  bytes.writeBigUInt64BE(BigInt(prefix.bodyBytes), boundLength);
  bytes.set(prefix.bodyDigest, 56);
  bytes.set(prefix.signature, signedLength);
  return bytes;
}

/** Reads a prefix and judges it against the file's size. Throws PackageError. */
export function decodePrefix(bytes: Buffer, fileBytes: number, maxBytes: number): Prefix {
  if (bytes.length < magic.length || !bytes.subarray(0, magic.length).equals(magic)) {
    throw new PackageError(magic.subarray(0, bytes.length).equals(bytes) && bytes.length > 0 ? 'truncated' : 'notAPackage', 'prefix');
  }
  if (bytes.length < 12) throw new PackageError('truncated', 'prefix');
  if (bytes.readUInt16BE(8) !== formatVersion) throw new PackageError('newer', 'prefix.version');
  if (bytes.readUInt16BE(10) !== suiteNaclGcm) throw new PackageError('newer', 'prefix.suite');
  if (bytes.length < prefixLength) throw new PackageError('truncated', 'prefix');
  const headerBytes = bytes.readUInt32BE(12);
  const bodyBytes = bytes.readBigUInt64BE(boundLength);
  if (headerBytes > packageLimits.headerBytes) throw new PackageError('tooLarge', 'prefix.header');
  if (fileBytes > maxBytes || bodyBytes > BigInt(maxBytes)) throw new PackageError('tooLarge', 'prefix.body');
  const whole = prefixLength + headerBytes + Number(bodyBytes);
  if (fileBytes < whole) throw new PackageError('truncated', 'file');
  if (fileBytes > whole) throw new PackageError('altered', 'file');
  return {
    headerBytes,
    senderFingerprint: bytes.subarray(16, boundLength),
    bodyBytes: Number(bodyBytes),
    bodyDigest: bytes.subarray(56, signedLength),
    signature: bytes.subarray(signedLength, prefixLength),
  };
}

/** What is bound into every frame: it cannot be cut out and put under another label. */
export function boundPart(prefixBytes: Uint8Array, header: Uint8Array): Buffer {
  return Buffer.concat([prefixBytes.subarray(0, boundLength), header]);
}

/** What is signed. The context keeps the signature from standing for anything else signed with the key. */
export function signedPart(prefixBytes: Uint8Array, header: Uint8Array): Buffer {
  return Buffer.concat([signatureContext, prefixBytes.subarray(0, signedLength), header]);
}
