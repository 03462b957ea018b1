import { createHash } from 'node:crypto';
import { FrameError, openStream } from '#main/vault/frames.ts';
import { checkBody } from './body-check.ts';
import type { PackageLabel } from './contents.ts';
import { PackageError } from './error.ts';
import { boundPart } from './prefix.ts';
import type { Sealed } from './seal.ts';
import { WriteFault } from './write-state.ts';

/**
 * Reads a written package back: the beginning byte by byte, the body by its digest, and the whole
 * structure down to the sums of the files. Throws WriteFault `readBackDiffers`, or the system's error.
 */
export async function compare(
  chunks: AsyncIterable<Uint8Array>,
  sealed: Sealed,
  head: { readonly header: Buffer; readonly contentKey: Uint8Array },
  label: PackageLabel,
  watch: { onBytes: (bytes: number) => void; signal?: AbortSignal | undefined },
): Promise<void> {
  const expectedHead = Buffer.concat([sealed.prefix, head.header]);
  const hash = createHash('sha256');
  let bytes = 0;
  async function* body(): AsyncGenerator<Uint8Array> {
    let left = expectedHead.length;
    for await (const chunk of chunks) {
      const part = Math.min(left, chunk.length);
      const at = expectedHead.length - left;
      if (!expectedHead.subarray(at, at + part).equals(chunk.subarray(0, part))) throw new WriteFault('readBackDiffers', 'head');
      left -= part;
      const rest = chunk.subarray(part);
      hash.update(rest);
      bytes += rest.length;
      yield rest;
      watch.onBytes(bytes);
    }
    if (left > 0) throw new WriteFault('readBackDiffers', 'head');
  }
  const bound = boundPart(sealed.prefix, head.header);
  try {
    const { sums } = await checkBody(openStream(body(), { key: head.contentKey, header: bound, signal: watch.signal }), label);
    for (const [path, { sha256 }] of sealed.sums) {
      if (sums.get(path)?.sha256 !== sha256) throw new WriteFault('readBackDiffers', path);
    }
  } catch (error) {
    if (error instanceof PackageError) throw new WriteFault('readBackDiffers', error.place, { cause: error });
    if (error instanceof FrameError) throw new WriteFault('readBackDiffers', `frame ${error.frame}`, { cause: error });
    throw error;
  }
  if (bytes !== sealed.bodyBytes || !hash.digest().equals(sealed.digest)) throw new WriteFault('readBackDiffers', 'body');
}
