import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Json } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';
import { naming, VaultError } from './errors.ts';

/** Makes a new or renamed entry of a folder survive a power cut. Windows keeps the order by itself and cannot open folders. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Replaces a file whole or not at all: written aside, fsynced, renamed, the folder fsynced. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const aside = `${path}.new`;
  try {
    const fd = openSync(aside, 'w', 0o600);
    try {
      let at = 0;
      while (at < bytes.length) at += writeSync(fd, bytes, at);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** SHA-256 of the canonical body, hex: what the file bears beside it. */
export const bodyDigest = (body: Json): string => createHash('sha256').update(canonical(body)).digest('hex');

/** Writes `{body, sha256}` as canonical JSON, so that any altered byte shows when it is read. */
export function writeChecked(path: string, place: string, body: Json): void {
  naming(place, () => writeWhole(path, Buffer.from(`${canonical({ body, sha256: bodyDigest(body) })}\n`)));
}

const envelope = z.strictObject({ body: z.json(), sha256: z.string() });

/** The body of a file written by `writeChecked`, not yet checked against a schema. Throws `missing`, `damaged` or a fault of the medium. */
export function readChecked(path: string, place: string): Json {
  const text = naming(place, () => readFileSync(path, 'utf8'));
  const parsed = envelope.safeParse(readJson(text));
  if (!parsed.success) throw new VaultError('damaged', place);
  const { body, sha256 } = parsed.data;
  if (bodyDigest(body) !== sha256 || text !== `${canonical({ body, sha256 })}\n`) throw new VaultError('damaged', place);
  return body;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
