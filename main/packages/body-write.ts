import { createHash } from 'node:crypto';
import type { Inventory } from '#app/exchange/inventory.ts';
import type { Sum } from './bag.ts';
import { archivePath, bagTexts, inventoryOf } from './body-plan.ts';
import type { BodyPlan } from './body-plan.ts';
import type { ContentSource } from './contents.ts';
import { writeTar } from './tar.ts';
import type { TarEntry } from './tar.ts';

/** The registry's own content could not be read, or is not what it was announced to be. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly reason: 'unreadable' | 'changed';
  /** Path within the package. */
  readonly path: string;
  constructor(reason: 'unreadable' | 'changed', path: string, options?: ErrorOptions) {
    super(`${reason}: ${path}`, options);
    this.reason = reason;
    this.path = path;
  }
}

/**
 * The archive as a stream: content first, then the inventory and the manifests with the sums of what was
 * really read. `onInventory` gets the finished inventory. Throws SourceError.
 */
export function plainBody(plan: BodyPlan, onInventory: (inventory: Inventory, sums: ReadonlyMap<string, Sum>) => void): AsyncGenerator<Uint8Array> {
  const sums = new Map<string, Sum>();
  async function* entries(): AsyncGenerator<TarEntry> {
    for (const { path, source } of plan.sources) {
      yield { name: archivePath(path), size: source.bytes, content: summed(path, source, sums) };
    }
    const inventory = inventoryOf(plan.label, plan.contents, sums);
    onInventory(inventory, sums);
    for (const [path, text] of bagTexts(plan.label, inventory, sums)) {
      yield { name: archivePath(path), size: text.length, content: [text] };
    }
  }
  return writeTar(entries());
}

async function* summed(path: string, source: ContentSource, sums: Map<string, Sum>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  const iterator = source.open()[Symbol.asyncIterator]();
  try {
    for (;;) {
      // Only the source's own failure is caught here, not the medium's, which comes in at `yield`.
      const next = await iterator.next().catch((error: unknown) => {
        throw new SourceError('unreadable', path, { cause: error });
      });
      if (next.done) break;
      bytes += next.value.length;
      if (bytes > source.bytes) throw new SourceError('changed', path);
      hash.update(next.value);
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
  const sha256 = hash.digest('hex');
  if (bytes !== source.bytes || (source.sha256 !== undefined && source.sha256 !== sha256)) throw new SourceError('changed', path);
  sums.set(path, { bytes, sha256 });
}
