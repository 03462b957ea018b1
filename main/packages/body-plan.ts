import { documentPath, inventoryFiles, inventorySchema, inventorySchemaId, payloadPath, inventoryLimits } from '#app/exchange/inventory.ts';
import type { Inventory } from '#app/exchange/inventory.ts';
import { bagDeclaration, bagFolder, bagInfo, inventoryPath, manifest, sha256Hex } from './bag.ts';
import type { Sum } from './bag.ts';
import type { ContentSource, PackageContents, PackageLabel } from './contents.ts';
import { placeOf } from './header.ts';
import { tarEndLength, tarEntryLength } from './tar.ts';

/** What will lie in the body, and how long it will be, known before anything is read. */
export interface BodyPlan {
  readonly label: PackageLabel;
  readonly contents: PackageContents;
  readonly sources: readonly { readonly path: string; readonly source: ContentSource }[];
  /** Length of the archive before sealing. */
  readonly plainBytes: number;
}

/** The contents cannot become a package; `place` names the field of the inventory. */
export class ContentsError extends Error {
  override readonly name = 'ContentsError';
  readonly place: string;
  constructor(place: string) {
    super(`contents refused at ${place}`);
    this.place = place;
  }
}

const unknownSum = '0'.repeat(64);

/** Judges the contents by the same schema that the receiver uses. Throws ContentsError. */
export function planBody(label: PackageLabel, contents: PackageContents): BodyPlan {
  const sums = new Map<string, Sum>();
  const sources: { path: string; source: ContentSource }[] = [];
  const add = (path: string, source: ContentSource) => {
    sources.push({ path, source });
    sums.set(path, { bytes: source.bytes, sha256: source.sha256 ?? unknownSum });
  };
  let n = 0;
  for (const item of contents.items) for (const file of item.files) add(payloadPath((n += 1)), file);
  for (const document of contents.documents) {
    if (sums.has(documentPath(document.kind))) throw new ContentsError('inventory.documents');
    add(documentPath(document.kind), document);
  }
  const draft = inventorySchema.safeParse(inventoryOf(label, contents, sums));
  if (!draft.success) throw new ContentsError(placeOf('inventory', draft.error));

  // Sums have a fixed length in hex, so the texts made of unknown ones are as long as the real ones.
  const texts = bagTexts(label, draft.data, sums);
  if ((texts.get(inventoryPath)?.length ?? 0) > inventoryLimits.jsonBytes) throw new ContentsError('inventory');
  let plainBytes = tarEndLength;
  for (const { bytes } of inventoryFiles(draft.data)) plainBytes += tarEntryLength(bytes);
  for (const text of texts.values()) plainBytes += tarEntryLength(text.length);
  return { label, contents, sources, plainBytes };
}

/** The inventory with the sums found while reading. */
export function inventoryOf(label: PackageLabel, contents: PackageContents, sums: ReadonlyMap<string, Sum>): Inventory {
  const sumOf = (path: string): Sum => sums.get(path) ?? { bytes: -1, sha256: '' };
  let n = 0;
  return {
    schema: inventorySchemaId,
    package: label.number,
    sender: label.sender,
    addressee: label.addressee,
    date: label.date,
    items: contents.items.map((item) => ({
      registrationNumber: item.registrationNumber,
      copyNumber: item.copyNumber,
      sheets: item.sheets,
      markingVerbatim: item.markingVerbatim,
      grif: item.grif,
      evaluationVerbatim: item.evaluationVerbatim,
      restrictions: [...item.restrictions],
      consentReference: item.consentReference,
      originatorReference: item.originatorReference,
      files: item.files.map((file) => {
        const path = payloadPath((n += 1));
        return { path, name: file.name, ...sumOf(path) };
      }),
    })),
    documents: contents.documents.map(({ kind }) => ({ kind, path: documentPath(kind), ...sumOf(documentPath(kind)) })),
  };
}

/** The bag's own files, in the order in which they are written, after the content whose sums they hold. */
export function bagTexts(label: PackageLabel, inventory: Inventory, sums: ReadonlyMap<string, Sum>): Map<string, Buffer> {
  const json = Buffer.from(JSON.stringify(inventory, null, 1), 'utf8');
  const all = new Map<string, Sum>([...sums, [inventoryPath, { bytes: json.length, sha256: sha256Hex(json) }]]);
  const tags = new Map<string, Buffer>([
    ['bagit.txt', Buffer.from(bagDeclaration)],
    ['bag-info.txt', Buffer.from(bagInfo(label.number, label.date, all))],
    ['manifest-sha256.txt', Buffer.from(manifest(all))],
  ]);
  const tagSums = new Map([...tags].map(([name, text]) => [name, { sha256: sha256Hex(text) }]));
  return new Map([[inventoryPath, json], ...tags, ['tagmanifest-sha256.txt', Buffer.from(manifest(tagSums))]]);
}

/** Path of a file of the bag within the archive. */
export function archivePath(path: string): string {
  return `${bagFolder}/${path}`;
}
