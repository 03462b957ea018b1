import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** A new file of bytes that do not compress, from a counter; flushed. */
export async function fillIncompressible(path: string, mebibytes: number): Promise<void> {
  const handle = await open(path, 'wx');
  const piece = Buffer.alloc(1024 ** 2);
  for (let i = 0; i < piece.length; i += 32) createHash('sha256').update(`grif ${i}`).digest().copy(piece, i);
  for (let n = 0; n < mebibytes; n += 1) {
    piece.writeUInt32BE(n, 0);
    await handle.write(piece);
  }
  await handle.sync();
  await handle.close();
}
