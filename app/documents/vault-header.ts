import { requisiteDateTime } from './dates.ts';
import { headerLines } from './header-lines.ts';
import { groups } from './inventory.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Requisites, type Stationery } from './stationery.ts';

export interface PrintedHeader {
  readonly requisites: Requisites;
  /** Id of the vault, hex. */
  readonly vault: string;
  /** Number of the header's writing. */
  readonly serial: number;
  /** Civil date-time. */
  readonly at: string;
  readonly logins: readonly string[];
  /** The header as it is put back from paper (docs/vault-format.md). */
  readonly bytes: Uint8Array;
  readonly officer: string;
}

/** Lines in one barcode: as many as a hand scanner reads from paper without trouble. */
const linesOfCode = 8;

/** H1: the vault's header on paper, sealed keys of all accounts in it, so a carrier of the upper degree (Art. 9, 10). */
export function vaultHeader(stationery: Stationery, header: PrintedHeader): DocumentModel {
  const form = stationery.words.forms.H1;
  const lines = headerLines(header.bytes);
  const codes = Array.from({ length: Math.ceil(lines.length / linesOfCode) }, (_, at) => {
    const [from, to] = [at * linesOfCode, Math.min(lines.length, (at + 1) * linesOfCode)];
    return { digits: lines.slice(from, to).join(''), label: fill(form.codeOf, { n: at + 1, of: Math.ceil(lines.length / linesOfCode), from: from + 1, to }) };
  });
  return paper(stationery, {
    form: 'H1', degree: 'UPPER', requisites: header.requisites,
    text: () => ({
      title: form.title,
      blocks: [
        { kind: 'paragraph', text: form.body },
        {
          kind: 'fields',
          fields: [
            { label: form.vault, value: groups(header.vault, 4) }, { label: form.serial, value: String(header.serial) }, { label: form.at, value: requisiteDateTime(header.at) },
            { label: form.accounts, value: header.logins.join(', ') },
          ],
        },
        { kind: 'paragraph', text: form.restore },
        { kind: 'heading', text: form.codes },
        { kind: 'matrices', codes },
        { kind: 'heading', text: form.lines },
        { kind: 'table', columns: [{ label: form.line, width: 8, align: 'right' }, { label: form.digits, width: 92 }], rows: lines.map((digits, at) => [String(at + 1), groups(digits, 6)]) },
      ],
    }),
    signatures: [{ post: form.printedBy, name: header.officer }, { post: form.keptBy, name: '' }],
  });
}
