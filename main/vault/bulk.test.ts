import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bulkBytes } from './bulk.ts';
import { openStream, frameBytes, tagBytes } from './frames.ts';
import { fileMagic } from './files.ts';
import type { OpenVault } from './vault.ts';
import { cleanTrials, holding, noteTaken, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function taken(length: number): Promise<{ t: Trial; vault: OpenVault; bytes: Buffer; fileId: string; sealed: string }> {
  const t = trial();
  const vault = await t.create();
  const bytes = randomBytes(length);
  const source = join(t.root, 'long.bin');
  writeFileSync(source, bytes);
  const seen: number[] = [];
  const staged = await vault.files.stage(source, { onProgress: (done) => seen.push(done) });
  expect(staged).toMatchObject({ size: length, sha256: sha256(bytes) });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(length);
  vault.commit([noteTaken('длинное')], { adopt: [{ fileId: staged.fileId, holding }] });
  const found = readdirSync(t.folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(staged.fileId)) ?? '';
  return { t, vault, bytes, fileId: staged.fileId, sealed: join(t.folder, found) };
}

async function readWhole(vault: OpenVault, fileId: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of vault.files.read(holding, fileId)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

describe('a long file, sealed and opened by threads', () => {
  it.each([bulkBytes, bulkBytes + 1, bulkBytes + frameBytes - 1])('of %i bytes comes back to the byte, and is the stream that one thread would have made', async (length) => {
    const { vault, bytes, fileId, sealed } = await taken(length);
    expect((await readWhole(vault, fileId)).equals(bytes)).toBe(true);
    // The same form: frames in order, each opened by the plain opener with the file's own key.
    const key = vault.holding(holding)?.prepare<[string], { key: Uint8Array }>('SELECT key FROM file WHERE id = ?').get(fileId)?.key ?? new Uint8Array();
    const parts: Uint8Array[] = [];
    const header = new TextEncoder().encode(`grif-1/file/${vault.identity.vaultId}/${fileId}`);
    for await (const part of openStream([readFileSync(sealed).subarray(fileMagic.length)], { key: new Uint8Array(key), header })) parts.push(part);
    expect(sha256(Buffer.concat(parts))).toBe(sha256(bytes));
    vault.lock();
  });

  it('is refused when it was altered, cut, lengthened, or its frames were put in another order', async () => {
    const { vault, fileId, sealed } = await taken(bulkBytes + 77);
    const whole = readFileSync(sealed);
    const frame = frameBytes + tagBytes;
    const start = fileMagic.length + 7;
    const flipped = (at: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const swapped = Buffer.from(whole);
    whole.copy(swapped, start, start + frame, start + 2 * frame);
    whole.copy(swapped, start + frame, start, start + frame);
    for (const bytes of [flipped(0), flipped(fileMagic.length), flipped(start), flipped(start + 9 * frame + 5), flipped(whole.length - 1), swapped,
      whole.subarray(0, -1), whole.subarray(0, start + 16 * frame), whole.subarray(0, start + frame), whole.subarray(0, start), whole.subarray(0, 4), Buffer.concat([whole, Buffer.alloc(1)])]) {
      writeFileSync(sealed, bytes);
      await expect(readWhole(vault, fileId)).rejects.toMatchObject({ code: 'damaged' });
    }
    writeFileSync(sealed, whole);
    expect((await readWhole(vault, fileId)).length).toBe(bulkBytes + 77);
    vault.lock();
  });

  it('leaves nothing when it is cancelled, when the vault is locked, and when the file grows or shrinks meanwhile', async () => {
    const t = trial();
    const vault = await t.create();
    const source = join(t.root, 'long.bin');
    const staging = () => readdirSync(join(t.folder, 'staging'));
    writeFileSync(source, randomBytes(bulkBytes + 5));
    const stop = new AbortController();
    await expect(vault.files.stage(source, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    let once = true;
    await expect(vault.files.stage(source, { onProgress: () => { if (once) appendFileSync(source, 'x'); once = false; } })).rejects.toMatchObject({ code: 'changed' });
    expect(staging()).toEqual([]);
    await expect(vault.files.stage(source, { onProgress: () => vault.lock() })).rejects.toMatchObject({ code: 'locked' });
    expect(staging()).toEqual([]);
  });

  it('can be left off before its end, and a lock ends the reading', async () => {
    const { t, vault, fileId } = await taken(bulkBytes + 3);
    for await (const part of vault.files.read(holding, fileId)) {
      expect(part.length).toBe(frameBytes);
      break;
    }
    const reading = async (): Promise<void> => {
      for await (const _ of vault.files.read(holding, fileId)) vault.lock();
    };
    await expect(reading()).rejects.toMatchObject({ code: 'locked' });
    expect(existsSync(t.folder)).toBe(true);
  });

  it('is told damaged when its sealed bytes were cut to a length that no stream has', async () => {
    const { vault, fileId, sealed } = await taken(bulkBytes);
    truncateSync(sealed, fileMagic.length + 7 + 3);
    await expect(readWhole(vault, fileId)).rejects.toMatchObject({ code: 'damaged' });
    vault.lock();
  });
});
