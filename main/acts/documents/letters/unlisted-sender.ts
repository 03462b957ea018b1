import type { DocumentModel } from '#app/documents/model.ts';
import { unlistedSenderLetter } from '#app/documents/unlisted-sender.ts';
import type { Paper } from '../notice-forms.ts';

/** L1, to the competent body of the sender's State (R3.3). */
export function unlistedSenderPaper({ stationery, notice, requisites, addressee, signature }: Paper): DocumentModel {
  const [line] = notice.lines;
  const received = line?.ourDate ?? notice.draftedAt.slice(0, 10);
  return unlistedSenderLetter(stationery, {
    requisites: { ...requisites, copy: { n: 1, of: 1 }, destinations: [stationery.words.common.back.toAddressee] }, addressee, degree: null, sender: notice.sender ?? '',
    senderReference: { number: line?.ownReference ?? '', date: line?.ownDate ?? received }, packageNumber: line?.ownReference ?? '', ourNumber: line?.ourNumber ?? '',
    receivedOn: received, signature,
  });
}
