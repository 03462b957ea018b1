import { rightsHolder, type Body } from '#app/agreement/bodies.ts';
import { compareDates } from '#app/agreement/civilDate.ts';
import type { AnsweredRequest } from '#app/exchange/answer.ts';
import type { TransferInput } from '#app/exchange/transferInput.ts';
import { requestsOf, findRequest, type StoredRequest } from '../../vault/queries/requests.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { openHoldings } from '../lookup.ts';

const answered = ({ from, number, date, validTo, personalData, status }: StoredRequest, bodies: readonly Body[]): AnsweredRequest =>
  ({ from: rightsHolder(from, bodies), number, date, validTo, personalData, status });

/** What transfers of a date answer, and which recipients still owe a justification, as far as this officer can open their requests (Art. 4, 12). */
export function answering(vault: OpenVault, requestId: string | null, bodies: readonly Body[], date: string): Pick<TransferInput, 'answers'> & { readonly unjustifiedOf: (recipient: string) => string | null } {
  let waiting: ReadonlyMap<string, string> | undefined;
  const request = requestId === null ? undefined : findRequest(vault, requestId);
  return {
    answers: requestId === null ? null : request === undefined ? 'unknown' : answered(request, bodies),
    unjustifiedOf: (recipient) => (waiting ??= waitingBy(vault, bodies, date)).get(recipient) ?? null,
  };
}

/** Of each body its oldest request for personal data that waits for its justification on the date. */
function waitingBy(vault: OpenVault, bodies: readonly Body[], date: string): ReadonlyMap<string, string> {
  const requests = openHoldings(vault).flatMap(({ db }) => requestsOf(db));
  return new Map(requests.filter(({ status, validTo }) => status === 'awaitsJustification' && (validTo === null || compareDates(date, validTo) <= 0))
    .toSorted((a, b) => compareDates(b.date, a.date)).map(({ from, number }) => [rightsHolder(from, bodies), number]));
}
