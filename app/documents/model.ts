import type { Degree } from '../agreement/grif.ts';
import type { formWords } from './words/index.ts';

/**
 * A printed document as plain values: every word that appears on the paper is in here, already chosen
 * in the document's language, so that the page and the plain text can be made without any wording.
 * Item numbers are those of the common requisites block (docs: printed documents).
 */
export type DocumentLanguage = 'ru' | 'kk' | 'en';

/** The forms of the catalogue; `L1` is the letter about a sender who is not on the list (R3.3), `J1` the signed head of the journal, `R1` a share of the recovery, `H1` the vault's header. */
export type FormCode = keyof typeof formWords;

/** `label`: A4 sheets with one framed A6 label each, to be cut out; nothing else is printed around them. */
export type Sheet = 'portrait' | 'landscape' | 'label';

export interface Field {
  readonly label: string;
  /** May hold several lines; an empty value prints as a line to be filled in by hand. */
  readonly value: string;
  /** As the originator gave it (Art. 11): shown set apart, never rephrased. */
  readonly verbatim?: boolean;
}

export interface Column {
  readonly label: string;
  /** Relative width. */
  readonly width: number;
  readonly align?: 'left' | 'right' | 'centre';
  /** `code` prints small and may break anywhere: hashes. */
  readonly style?: 'code';
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** One label. `grif` is empty on the outer one, which says the addressee and the number only (Art. 10). */
  | {
      readonly kind: 'label';
      readonly grif: string;
      readonly lines: readonly string[];
      readonly note: string;
      readonly digits: string;
      /** Mark of a demonstration vault: a label is cut out, so it bears its own. */
      readonly demonstration: string;
    }
  /** Digits of a carrier's or package's code, read by a scanner; the digits stand under the bars. Printed under the copy number. */
  | { readonly kind: 'barcode'; readonly digits: string; readonly label: string }
  /** Long digits, line by line: each as bars for a scanner and in groups of four for a hand. */
  | { readonly kind: 'codes'; readonly lines: readonly { readonly label: string; readonly digits: string }[] }
  /** Digits in two dimensions, for more than bars can hold; a scanner gives them back. */
  | { readonly kind: 'matrices'; readonly codes: readonly { readonly digits: string; readonly label: string }[] }
  /** A line or a box to be filled in by hand. */
  | { readonly kind: 'blank'; readonly label: string; readonly lines: number };

export interface Signature {
  readonly post: string;
  /** Empty: a line is left for it. */
  readonly name: string;
}

/** Item 15: the back of the last sheet, line by line. */
export interface Back {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The same matter in a second language, below the first and never mixed with it. */
export interface SecondText {
  readonly language: DocumentLanguage;
  readonly note: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Fixed words around the sheet. `{{page}}` and `{{pages}}` are left in for the printer's counters. */
export interface Furniture {
  readonly registration: string;
  readonly copy: string;
  readonly sheetOf: string;
  readonly backOf: string;
  readonly demonstration: string;
  readonly translation: string;
}

export interface DocumentModel {
  readonly form: FormCode;
  readonly sheet: Sheet;
  readonly language: DocumentLanguage;
  readonly secondLanguage: DocumentLanguage | null;
  /** An unclassified document has no grif, no copy number and no originator's marking at all (Art. 10). */
  readonly classified: boolean;
  /** Item 1, in one language only. `remark`: e.g. that the letter is unclassified without its enclosures. */
  readonly grif: { readonly degree: Degree; readonly text: string; readonly remark: string } | null;
  /** Item 2. */
  readonly copy: { readonly n: number; readonly of: number; readonly text: string } | null;
  /** Item 3; null on labels. */
  readonly centre: { readonly name: string; readonly place: string } | null;
  /** Items 4 and 5, ready to print; empty where the form has none. */
  readonly number: string;
  readonly date: string;
  readonly replyTo: string;
  /** Item 6: State, body. */
  readonly addressee: readonly string[];
  /** Item 7. */
  readonly title: string;
  /** Item 8. */
  readonly blocks: readonly Block[];
  /** Item 9: heading and one line an enclosure. */
  readonly attachments: { readonly label: string; readonly lines: readonly string[] } | null;
  /** Items 10 and 11: originator's marking and code verbatim, restrictions, consent. */
  readonly conditions: readonly Field[];
  /** Item 12. */
  readonly thirdPartyRule: string;
  readonly second: SecondText | null;
  /** Item 13. */
  readonly signatures: readonly Signature[];
  /** Place of the stamp beside the signatures, where the form wants one. */
  readonly stamp: string;
  readonly back: Back | null;
  /** Item 16, ready to print. */
  readonly printEvent: string;
  /** Item 17: the form's own language is a translation; the words are in `furniture.translation`. */
  readonly unofficialTranslation: boolean;
  /** Said below where phrases of the Agreement stand in a text that is not the authentic one; else empty. */
  readonly agreementNote: string;
  readonly demonstration: boolean;
  readonly furniture: Furniture;
}
