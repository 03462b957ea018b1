import { requestsFor } from '../../acts/exchange/consentRequest.ts';
import { deciderFor } from '../../acts/exchange/decision.ts';
import { dateOf } from '#app/agreement/civilDate.ts';
import { samePurpose } from '#app/exchange/purpose.ts';
import type { Answer } from '#app/contract/index.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import type { Approval } from '../../vault/queries/exchange.ts';
import { findRequest } from '../../vault/queries/requests.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import type { StoredNotice } from '../../vault/queries/notices.ts';

/** Each pair by itself: what stands against one says nothing of another. An addressee that nobody knows is refused as row T6. */
export const decide: Handler<'release.decide'> = ({ materialIds, recipients, purpose, channel, on, confirmedPurposes = [], requestId = null, person = '' }, context) => {
  const { vault } = context;
  const terms = { date: on ?? today(context.clock), purpose, channel, confirmedPurposes, person };
  const [answer, initiative] = [deciderFor(context, { ...terms, requestId }), deciderFor(context, { ...terms, requestId: null })];
  const asked = requestId === null ? undefined : findRequest(vault, requestId)?.from;
  const names = officerNames(vault.registry);
  const decisions = [...new Set(materialIds)].flatMap((materialId) => {
    // Looked for in every holding, so once for a material, and only where a consent is lacking.
    let letters: readonly StoredNotice[] | undefined;
    return [...new Set(recipients)].map((recipient) => {
      const { at, decision, approval, consents } = (asked === undefined || asked === recipient ? answer : initiative)(materialId, recipient);
      return {
        materialId, regNo: at.row.regNo, recipient, allowed: decision.allowed, row: decision.row,
        consents: decision.allowed ? [...decision.consents] : [], second: decision.allowed && decision.second, refusals: decision.allowed ? [] : [...decision.refusals], approval: standing(approval, names),
        needed: { hidden: consents.hidden, cells: consents.cells.map((cell) => ({ ...cell, asked: cell.state === 'granted' ? null : askedOf(letters ??= requestsFor(vault, materialId), { recipient, grantor: cell.grantor, purpose }) })) },
      };
    });
  });
  return { decisions };
};

/** The latest request for this consent to this purpose; one that lies where the officer cannot look does not exist for him. */
function askedOf(letters: readonly StoredNotice[], { recipient, grantor, purpose }: Readonly<Record<'recipient' | 'grantor' | 'purpose', string>>): { readonly noticeId: string; readonly issuedOn: string | null } | null {
  const letter = letters.find(({ particulars: said }) => said?.kind === 'consentRequest' && said.grantor === grantor && said.recipient === recipient
    && (purpose === '' || samePurpose(said.purpose, purpose)));
  return letter === undefined ? null : { noticeId: letter.id, issuedOn: letter.issuedAt === null ? null : dateOf(letter.issuedAt) };
}

/** Of a decision that is used there is nothing left to take back. */
function standing(approval: Approval | undefined, names: ReadonlyMap<string, string>): Answer<'release.decide'>['decisions'][number]['approval'] {
  if (approval === undefined || approval.used) return null;
  const { approved: { basis = '', decision, purpose, validTo }, at, officer } = approval;
  return { number: decision?.number ?? basis, date: decision?.date ?? dateOf(at), validTo: validTo ?? null, purpose: purpose ?? null, officer: names.get(officer) ?? officer };
}
