import { createHash } from 'node:crypto';
import { PackageError } from './error.ts';

/** BagIt, RFC 8493: the texts of a bag and their checking. Folder of the bag in the archive: */
export const bagFolder = 'package';
export const inventoryPath = 'data/inventory.json';
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Tag files, none of which may be long; manifests have about a hundred bytes a file. */
export const tagFiles = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'] as const;
export const tagFileBytes = 1024 * 1024;
const payload = /^data\/(?:inventory\.json|files\/\d{5}\.bin|documents\/(?:letter|inventory|receipt)\.pdf)$/u;

/** What is known of a file in the bag. */
export interface Sum {
  readonly bytes: number;
  readonly sha256: string;
}

export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function isPayloadPath(path: string): boolean {
  return payload.test(path);
}

export function isTagFile(path: string): boolean {
  return tagFiles.some((name) => name === path);
}

/** RFC 8493, 2.2.2: Payload-Oxum is octets, a point, number of files. */
export function bagInfo(number: string, date: string, sums: ReadonlyMap<string, Sum>): string {
  return `External-Identifier: ${number}\nBagging-Date: ${date}\nPayload-Oxum: ${oxum(sums)}\n`;
}

export function manifest(sums: ReadonlyMap<string, { readonly sha256: string }>): string {
  return [...sums].map(([path, { sha256 }]) => `${sha256}  ${path}\n`).join('');
}

function oxum(sums: ReadonlyMap<string, Sum>): string {
  let octets = 0;
  for (const { bytes } of sums.values()) octets += bytes;
  return `${octets}.${sums.size}`;
}

/**
 * Checks that the bag is whole: declaration, every payload file in the manifest and none more, every tag
 * file in the tag manifest, Oxum and number. Throws PackageError `schema` or `manifestMismatch`.
 */
export function checkBag(tags: ReadonlyMap<string, string>, sums: ReadonlyMap<string, Sum>, number: string): void {
  const text = (name: (typeof tagFiles)[number]): string => {
    const found = tags.get(name);
    if (found === undefined) throw new PackageError('manifestMismatch', name);
    return found;
  };
  if (text('bagit.txt') !== bagDeclaration) throw new PackageError('schema', 'bagit.txt');
  checkManifest('manifest-sha256.txt', parseManifest(text('manifest-sha256.txt'), 'manifest-sha256.txt'), sums);

  const tagged = parseManifest(text('tagmanifest-sha256.txt'), 'tagmanifest-sha256.txt');
  const expected = new Map<string, { sha256: string }>();
  for (const name of tagFiles) if (name !== 'tagmanifest-sha256.txt') expected.set(name, { sha256: sha256Hex(text(name)) });
  checkManifest('tagmanifest-sha256.txt', tagged, expected);

  const info = text('bag-info.txt').split('\n');
  if (!info.includes(`Payload-Oxum: ${oxum(sums)}`)) throw new PackageError('manifestMismatch', 'bag-info.txt Payload-Oxum');
  if (!info.includes(`External-Identifier: ${number}`)) throw new PackageError('manifestMismatch', 'bag-info.txt External-Identifier');
}

function parseManifest(text: string, place: string): Map<string, string> {
  const listed = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sha256, path] = /^([0-9a-f]{64}) {1,2}([a-z0-9./-]{1,100})$/u.exec(line) ?? [];
    if (sha256 === undefined || path === undefined || listed.has(path)) throw new PackageError('schema', place);
    listed.set(path, sha256);
  }
  if (!text.endsWith('\n')) throw new PackageError('schema', place);
  return listed;
}

function checkManifest(place: string, listed: ReadonlyMap<string, string>, found: ReadonlyMap<string, { readonly sha256: string }>): void {
  for (const [path, sha256] of listed) {
    if (found.get(path)?.sha256 !== sha256) throw new PackageError('manifestMismatch', isPayloadPath(path) ? path : place);
  }
  for (const path of found.keys()) if (!listed.has(path)) throw new PackageError('manifestMismatch', path);
}
