import type { Degree } from '../agreement/grif.ts';
import type { DocumentModel, Signature } from './model.ts';
import { paper, toAddresseeOnly, type Addressee, type SingleCopyRequisites, type Stationery } from './stationery.ts';

/** P15 (Art. 12, R12.2): to a body, whether a person of its own is cleared. */
export interface ClearanceRequest {
  readonly requisites: SingleCopyRequisites;
  readonly addressee: Addressee;
  readonly degree: Degree;
  /** Name as it is to stand on the package. */
  readonly person: string;
  /** Degree up to which he is to be addressed. */
  readonly asked: Degree;
  readonly need: string;
  readonly signature: Signature;
}

export function clearanceRequest(stationery: Stationery, letter: ClearanceRequest): DocumentModel {
  return paper(stationery, {
    form: 'P15',
    letter: true,
    degree: letter.degree,
    requisites: toAddresseeOnly(stationery, letter.requisites),
    addressee: letter.addressee,
    text: (words) => {
      const form = words.forms.P15;
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: form.body },
          {
            kind: 'fields',
            fields: [
              { label: form.person, value: letter.person },
              { label: form.level, value: stationery.marks[letter.asked] },
              { label: form.need, value: letter.need },
            ],
          },
          { kind: 'paragraph', text: form.request },
        ],
      };
    },
    quotes: true,
    signatures: [letter.signature],
    inSecondLanguage: true,
  });
}
