import type { DocumentKind, InventoryItemFacts } from '#app/exchange/inventory.ts';

/** Bytes given by the caller: opened when its turn has come, read once. */
export interface ContentSource {
  /** Exact size: the package's length is known before the first byte is written. */
  readonly bytes: number;
  /** SHA-256 as the registry holds it, lower-case hex; content that differs is not sealed. */
  readonly sha256?: string | undefined;
  open(): AsyncIterable<Uint8Array>;
}

export interface PackageFile extends ContentSource {
  /** The originator's name for it; stands in the inventory only. */
  readonly name: string;
}

export interface PackageItem extends InventoryItemFacts {
  readonly files: readonly PackageFile[];
}

export interface PackageDocument extends ContentSource {
  readonly kind: DocumentKind;
}

export interface PackageContents {
  readonly items: readonly PackageItem[];
  readonly documents: readonly PackageDocument[];
}

/** Who, to whom, which number, which day. */
export interface PackageLabel {
  readonly number: string;
  readonly sender: string;
  readonly addressee: string;
  /** Civil date `YYYY-MM-DD`. */
  readonly date: string;
}
