import { z } from 'zod';
import { fileNameProblem } from './file-name.ts';

/**
 * The inventory of a sealed package (requirements, "Air-gap and package format"): what lies in it, item by
 * item, with the marking and evaluation as the originator gave them (Art. 11) and the consent under which
 * it goes (Art. 8). Every length and count is bounded, since it is read from other people's packages.
 */
export const inventorySchemaId = 'grif-inventory/1';

export const inventoryLimits = {
  items: 2000,
  filesPerItem: 500,
  files: 5000,
  /** One file, bytes: attachments go up to 2 GiB. */
  fileBytes: 2 * 1024 ** 3,
  /** The JSON itself, bytes. */
  jsonBytes: 16 * 1024 ** 2,
} as const;

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u;
const verbatim = (max: number) =>
  z.string().max(max).refine((s) => s.isWellFormed() && !unprintable.test(s), { error: 'unprintable' });
const line = (max: number) =>
  verbatim(max).min(1).refine((s) => !/[\r\n\t]/u.test(s) && s.trim() === s, { error: 'line' });

/** A civil date that exists, `YYYY-MM-DD`. */
export const civilDate = z.iso.date();
/** `KZ-01`; the Centre's own code has no number. */
export const bodyCode = z.string().regex(/^[A-Z]{2,10}(?:-\d{2})?$/u);
/** Number of a package as it stands on its label: `KZ-01/2026-17`, `П-77`. */
export const packageNumber = z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} ./№-]{0,38}[\p{L}\p{N}])?$/u);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const bytes = z.int().min(0).max(inventoryLimits.fileBytes);

/** Generated names only: the original name stands in `name` and is never a path. */
export const filePath = z.string().regex(/^data\/files\/\d{5}\.bin$/u);
export const documentKinds = ['letter', 'inventory', 'receipt'] as const;
export type DocumentKind = (typeof documentKinds)[number];

const file = z.strictObject({
  path: filePath,
  /** As the originator named it. */
  name: z.string().refine((name) => fileNameProblem(name) === null, { error: 'name' }),
  bytes,
  sha256,
});

/** What the caller says of an item; the writer adds the files. */
const itemFacts = {
  registrationNumber: line(64),
  /** Number of this copy: every medium is a numbered copy. */
  copyNumber: line(32),
  /** Sheets of a paper original; null when there is no such thing. */
  sheets: z.int().min(0).max(100_000).nullable(),
  /** The marking as received, in its own alphabet; empty when the carrier could not be marked (Art. 1). */
  markingVerbatim: verbatim(500),
  /** The Centre's degree by Annex 1. */
  grif: z.enum(['LOWER', 'UPPER']),
  /** Annex 2 as the originator wrote it. */
  evaluationVerbatim: verbatim(200).nullable(),
  restrictions: z.array(verbatim(4000).min(1)).max(50),
  /** Number and date of the written consent (Art. 8); null where none is needed. */
  consentReference: line(200).nullable(),
  /** The originator's own number and date, only as far as the addressee may know them (Art. 7, 8). */
  originatorReference: line(200).nullable(),
};

export const inventoryItemFacts = z.strictObject(itemFacts);
export type InventoryItemFacts = z.infer<typeof inventoryItemFacts>;

export const inventorySchema = z
  .strictObject({
    schema: z.literal(inventorySchemaId),
    package: packageNumber,
    sender: bodyCode,
    addressee: bodyCode,
    date: civilDate,
    items: z
      .array(z.strictObject({ ...itemFacts, files: z.array(file).max(inventoryLimits.filesPerItem) }))
      .max(inventoryLimits.items),
    documents: z
      .array(
        z.strictObject({
          kind: z.enum(documentKinds),
          path: z.enum(['data/documents/letter.pdf', 'data/documents/inventory.pdf', 'data/documents/receipt.pdf']),
          bytes,
          sha256,
        }),
      )
      .max(documentKinds.length),
  })
  .refine((inventory) => inventory.items.length + inventory.documents.length > 0, { error: 'empty' })
  .refine((inventory) => inventory.documents.every((d) => d.path === documentPath(d.kind)), { error: 'documentPath' })
  .refine((inventory) => allDifferent(inventoryFiles(inventory).map((f) => f.path)), { error: 'pathTwice' })
  .refine((inventory) => inventoryFiles(inventory).length <= inventoryLimits.files, { error: 'files' });

export type Inventory = z.infer<typeof inventorySchema>;
export type InventoryItem = Inventory['items'][number];

export interface InventoryFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function documentPath(kind: DocumentKind) {
  return `data/documents/${kind}.pdf` as const;
}

/** Path of the nth payload file, counted from 1. */
export function payloadPath(n: number): string {
  return `data/files/${String(n).padStart(5, '0')}.bin`;
}

/** Every file that the inventory names, items first, in the order in which they lie in the package. */
export function inventoryFiles(inventory: {
  readonly items: readonly { readonly files: readonly InventoryFile[] }[];
  readonly documents: readonly InventoryFile[];
}): InventoryFile[] {
  return [...inventory.items.flatMap((item) => item.files), ...inventory.documents];
}

function allDifferent(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
