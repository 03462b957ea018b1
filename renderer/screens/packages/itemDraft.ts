import type { Answer } from '#app/contract/index.ts';
import type { DocumentValues } from '../register/documentForm.ts';

export type VerifiedItem = Answer<'sealed.verify'>['items'][number];

/** Name under which the registration form of a package keeps its draft. */
export const documentDraft = (packageId: string): string => `register.document.${packageId}`;

/**
 * What the sender wrote of an item, as the registration form holds it. Grif and basis stay open: they are the officer's own
 * statement; the code is the sender's, to the letter, and none is put in where none was given (R15.1).
 */
export const draftOfItem = (item: VerifiedItem, date: string): Partial<DocumentValues> => ({
  senderNumber: item.registrationNumber,
  senderDate: item.registrationDate ?? date,
  carrier: { kind: 'flash', number: '', copyNo: item.copyNo, copies: item.copyNo, sheets: item.sheets, markingPlace: 'accompanying' },
  asReceived: { marking: item.marking, code: item.evaluation, attributes: item.attributes, text: item.text, language: item.language },
  evaluation: { typed: item.evaluation, sourceKind: null },
  attachments: item.files.flatMap(({ fileId, name, size }) => (fileId === null ? [] : [{ fileId, name, size }])),
});
