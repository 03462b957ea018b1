import type { Answer } from '#app/contract/index.ts';
import { textLimit } from '#app/contract/shapes/material.ts';
import type { Inventory, InventoryFile } from '#app/exchange/inventory.ts';
import { readRequisites, requisitesFileName, textFileName, type Requisites } from '#app/exchange/requisites.ts';
import type { Job } from '../../jobs.ts';
import type { OpenPackage, PackagePart } from '../../packages/open.ts';
import type { OpenVault } from '../../vault/vault.ts';

type Verified = Answer<'sealed.verify'>;
type Item = Verified['items'][number];

interface Taken {
  /** By path: files now in quarantine. */
  readonly fileIds: Map<string, string>;
  /** Those of them that this verification brought there. */
  readonly fresh: Set<string>;
  readonly texts: Map<string, string>;
  readonly requisites: Map<string, Requisites>;
}

const largestRequisites = 4 * 1024 * 1024;

async function whole(part: PackagePart): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const bytes of part.content) parts.push(Uint8Array.from(bytes));
  return Buffer.concat(parts);
}

/** Text that a record can hold to the byte (Art. 11); anything else stays a file. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.length <= textLimit && !text.includes('\u0000') ? text : null;
  } catch {
    return null;
  }
}

/** By session and sum of the package: the files that its last verification left in quarantine. */
const left = new WeakMap<OpenVault, Map<string, ReadonlyMap<string, string>>>();

/** Looked at again, a package leaves no second set: what still lies in quarantine of it keeps its id, so a draft that names it stays good. */
function stillThere(opened: OpenPackage, vault: OpenVault): Map<string, string> {
  const before = left.get(vault)?.get(opened.digest) ?? new Map<string, string>();
  const staged = new Map(vault.files.staged().map(({ fileId, sha256 }) => [fileId, sha256]));
  const { items, documents } = opened.inventory;
  return new Map([...items.flatMap(({ files }) => files), ...documents].flatMap(({ path, sha256 }) => {
    const fileId = before.get(path);
    return fileId !== undefined && staged.get(fileId) === sha256 ? [[path, fileId] as const] : [];
  }));
}

/** The two files that hold an item's block, as far as names and sizes tell: the first two, in their order. A name alone says nothing, it is the originator's. */
function blockOf({ files: [first, second] }: Inventory['items'][number]): readonly [string, string] | null {
  if (first?.name !== textFileName || second?.name !== requisitesFileName) return null;
  return first.bytes <= textLimit * 4 && second.bytes <= largestRequisites ? [first.path, second.path] : null;
}

/**
 * Takes the files of a verified package in. The text and requisites of each item are read as its block, both or neither; what is
 * not of that form, and everything else, is sealed into quarantine. When anything fails, all that was taken is thrown away again.
 */
export async function takeIn(opened: OpenPackage, { vault, job }: { vault: OpenVault; job: Job }): Promise<Taken> {
  const taken: Taken = nothingTaken();
  const blocks = new Map(opened.inventory.items.map(blockOf).flatMap((block) => (block === null ? [] : block.map((path) => [path, block] as const))));
  const there = stillThere(opened, vault);
  const held = new Map<string, Buffer>();
  const stage = async (path: string, content: AsyncIterable<Uint8Array>, size: number): Promise<void> => {
    const known = there.get(path);
    const fileId = known ?? (await vault.files.stageStream(content, size, { signal: job.signal })).fileId;
    taken.fileIds.set(path, fileId);
    if (known === undefined) taken.fresh.add(fileId);
  };
  const readBlock = async ([textPath, requisitesPath]: readonly [string, string]): Promise<void> => {
    const [text, beside] = [held.get(textPath), held.get(requisitesPath)];
    if (text === undefined || beside === undefined) return;
    const [asText, about] = [textOf(text), readRequisites(textOf(beside) ?? '')];
    held.delete(textPath);
    held.delete(requisitesPath);
    if (asText !== null && about !== null) {
      taken.texts.set(textPath, asText);
      taken.requisites.set(requisitesPath, about);
      return;
    }
    await stage(textPath, streamed(text), text.length);
    await stage(requisitesPath, streamed(beside), beside.length);
  };
  let done = 0;
  try {
    for await (const part of opened.parts(job.signal)) {
      job.progress('quarantine', (done += part.bytes), null);
      const block = blocks.get(part.path);
      if (block === undefined) {
        await stage(part.path, part.content, part.bytes);
        continue;
      }
      held.set(part.path, await whole(part));
      await readBlock(block);
    }
    return taken;
  } catch (error) {
    throwAway(vault, taken);
    throw error;
  }
}

// oxlint-disable-next-line require-await -- staging reads a stream
async function* streamed(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export function throwAway(vault: OpenVault, { fresh }: Pick<Taken, 'fresh'>): void {
  for (const fileId of fresh) {
    try {
      vault.files.discard(fileId);
    } catch {
      // A vault that is locked by now sweeps it at the next unlock.
    }
  }
}

/** What now lies in quarantine of the package is found again when it is verified anew in this session. */
export function keepTrack(vault: OpenVault, digest: string, { fileIds }: Taken): void {
  const ofVault = left.get(vault) ?? new Map<string, ReadonlyMap<string, string>>();
  left.set(vault, ofVault.set(digest, fileIds));
}

/** Nothing is taken in of a package that the Centre itself sent. */
export const nothingTaken = (): Taken => ({ fileIds: new Map(), fresh: new Set(), texts: new Map(), requisites: new Map() });

const quarantined = ({ fileIds }: Taken, file: InventoryFile, name: string) => ({ fileId: fileIds.get(file.path) ?? null, name, size: file.bytes, sha256: file.sha256 });

/** The items as the sender wrote them. Where the block and the inventory differ in marking or code, the block was kept to the byte. */
export function itemsOf(inventory: Inventory, taken: Taken): Item[] {
  return inventory.items.map((item) => {
    const about = item.files.map(({ path }) => taken.requisites.get(path)).find((one) => one !== undefined);
    const text = item.files.map(({ path }) => taken.texts.get(path)).find((one) => one !== undefined);
    return {
      registrationNumber: item.registrationNumber, registrationDate: about?.registrationDate ?? null, copyNo: /^\d{1,6}$/.test(item.copyNumber) ? Number(item.copyNumber) : null,
      marking: about?.marking ?? item.markingVerbatim, degree: item.grif, evaluation: about?.code ?? item.evaluationVerbatim ?? '', sheets: item.sheets,
      attributes: about?.attributes ?? [], text: text ?? '', language: about?.language ?? 'other', restrictions: item.restrictions, consent: item.consentReference ?? '',
      files: item.files.filter(({ path }) => !taken.texts.has(path) && !taken.requisites.has(path)).map((file) => quarantined(taken, file, file.name)),
    };
  });
}

export function documentsOf(inventory: Inventory, taken: Taken): Verified['documents'] {
  return inventory.documents.map((file) => ({ kind: file.kind, ...quarantined(taken, file, `${file.kind}.pdf`) }));
}
