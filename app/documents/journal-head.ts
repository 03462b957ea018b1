import { headCode } from '../journal/head-code.ts';
import { requisiteDateTime } from './dates.ts';
import { groups } from './inventory.ts';
import type { DocumentModel } from './model.ts';
import { paper, type Requisites, type Stationery } from './stationery.ts';

export interface JournalHead {
  readonly requisites: Requisites;
  /** Id of the vault and public signing key of the officer, hex. */
  readonly vault: string;
  readonly signPublic: string;
  readonly seq: number;
  readonly hash: string;
  /** Civil date-time. */
  readonly at: string;
  readonly officer: string;
  readonly officerId: string;
  readonly signature: string;
}

/** J1: the signed head of the journal on paper, kept apart from the workstation. A journal put back as a whole is found by nothing else (R11.4). */
export function journalHead(stationery: Stationery, head: JournalHead): DocumentModel {
  const form = stationery.words.forms.J1;
  return paper(stationery, {
    form: 'J1', degree: null, requisites: head.requisites,
    text: () => ({
      title: form.title,
      blocks: [
        { kind: 'codes', lines: [{ label: form.code, digits: headCode(head.seq, head.hash) }] },
        { kind: 'paragraph', text: form.body },
        {
          kind: 'fields',
          fields: [
            { label: form.vault, value: groups(head.vault, 4) }, { label: form.seq, value: String(head.seq) }, { label: form.hash, value: groups(head.hash, 4) },
            { label: form.at, value: requisiteDateTime(head.at) }, { label: form.officer, value: `${head.officer} (${head.officerId})` },
            { label: form.signPublic, value: groups(head.signPublic, 4) }, { label: form.signature, value: groups(head.signature, 4) },
          ],
        },
        { kind: 'paragraph', text: form.compare },
      ],
    }),
    signatures: [{ post: form.signedBy, name: head.officer }, { post: form.keptBy, name: '' }],
  });
}
