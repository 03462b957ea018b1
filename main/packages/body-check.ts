import { createHash } from 'node:crypto';
import { inventoryFiles, inventoryLimits, inventorySchema } from '#app/exchange/inventory.ts';
import type { Inventory } from '#app/exchange/inventory.ts';
import { bagFolder, checkBag, inventoryPath, isPayloadPath, isTagFile, tagFileBytes } from './bag.ts';
import type { Sum } from './bag.ts';
import { PackageError } from './error.ts';
import { parseJson, placeOf } from './header.ts';
import type { PackageLabel } from './contents.ts';
import { readTar } from './tar.ts';
import type { TarEntry } from './tar.ts';

/**
 * Reads an opened body to its end and checks all of it: paths, sizes, the bag's manifests, the inventory's
 * form, and that inventory, manifests and files agree with each other and with the outer label.
 * Keeps sums only, never content. Throws PackageError.
 */
export async function checkBody(plain: AsyncIterable<Uint8Array>, label: PackageLabel): Promise<{ inventory: Inventory; sums: Map<string, Sum> }> {
  const sums = new Map<string, Sum>();
  const tags = new Map<string, string>();
  let json: Buffer | undefined;
  for await (const entry of readTar(plain)) {
    const path = bagPath(entry.name);
    if (sums.has(path) || tags.has(path)) throw new PackageError('manifestMismatch', path);
    if (isTagFile(path)) {
      tags.set(path, (await small(entry, path, tagFileBytes)).toString('utf8'));
    } else if (path === inventoryPath) {
      json = await small(entry, path, inventoryLimits.jsonBytes);
      sums.set(path, await sumOf([json]));
    } else {
      if (entry.size > inventoryLimits.fileBytes) throw new PackageError('tooLarge', path);
      if (sums.size > inventoryLimits.files) throw new PackageError('tooLarge', 'files');
      sums.set(path, await sumOf(entry.content));
    }
  }
  checkBag(tags, sums, label.number);
  if (!json) throw new PackageError('manifestMismatch', inventoryPath);
  return { inventory: checkInventory(json, sums, label), sums };
}

/** The path within the bag. Throws PackageError for a name that is none of ours. */
export function bagPath(name: string): string {
  const path = name.startsWith(`${bagFolder}/`) ? name.slice(bagFolder.length + 1) : '';
  if (!isTagFile(path) && !isPayloadPath(path)) throw new PackageError('manifestMismatch', 'unexpected file');
  return path;
}

function checkInventory(json: Buffer, sums: ReadonlyMap<string, Sum>, label: PackageLabel): Inventory {
  const read = inventorySchema.safeParse(parseJson(json, inventoryPath));
  if (!read.success) throw new PackageError('schema', placeOf('inventory', read.error));
  const inventory = read.data;
  if (inventory.package !== label.number) throw new PackageError('manifestMismatch', 'inventory.package');
  for (const field of ['sender', 'addressee', 'date'] as const) {
    if (inventory[field] !== label[field]) throw new PackageError('manifestMismatch', `inventory.${field}`);
  }
  const named = inventoryFiles(inventory);
  for (const { path, bytes, sha256 } of named) {
    const sum = sums.get(path);
    if (sum?.bytes !== bytes || sum.sha256 !== sha256) throw new PackageError('manifestMismatch', path);
  }
  // Every path of the inventory is different and present; one more in the bag is named by nobody.
  if (sums.size !== named.length + 1) throw new PackageError('manifestMismatch', 'inventory.items');
  return inventory;
}

async function small(entry: TarEntry, path: string, max: number): Promise<Buffer> {
  if (entry.size > max) throw new PackageError('tooLarge', path);
  const parts: Uint8Array[] = [];
  for await (const chunk of entry.content) parts.push(Uint8Array.from(chunk));
  return Buffer.concat(parts);
}

async function sumOf(content: TarEntry['content']): Promise<Sum> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
