import { dateOf } from '#app/agreement/civilDate.ts';
import { afterRevocation } from '#app/exchange/afterRevocation.ts';
import type { HoldingName } from '#app/journal/act.ts';
import type { Context } from '../../context.ts';
import { transfersOf, type StoredConsent } from '../../vault/queries/exchange.ts';
import { findRecord } from '../../vault/queries/materials.ts';
import { draftLetter, type Drafted } from '../notices/draft.ts';

/**
 * What was given under a revoked consent cannot be recalled: each recipient is told (R8.7). The letter lies with the material and says what its
 * addressee had from us; of a product it says nothing of the consent, whose number would tell that it is in it (Art. 8).
 */
export function lettersAfterRevocation({ holding, consent }: { readonly holding: HoldingName; readonly consent: StoredConsent }, revokedOn: string, context: Context): readonly Drafted[] {
  const db = context.vault.holding(holding);
  if (db === undefined) return [];
  const transfers = consent.materialIds.flatMap((id) => transfersOf(db, id)).map((one) => ({ ...one, date: dateOf(one.at) }));
  return afterRevocation(consent.id, transfers).flatMap(({ recipient, materialId, packages }) => {
    const record = findRecord(db, materialId);
    if (record === undefined) return [];
    const product = record.originator === 'CENTRE';
    return [draftLetter({
      kind: 'consentRevoked', to: recipient, holding, degree: record.degree, received: [...packages],
      lines: [{ materialId, ownReference: '', ownDate: null, ourNumber: record.regNo, ourDate: dateOf(record.registeredAt) }],
      particulars: { kind: 'consentRevoked', revokedOn, consent: product ? null : { number: consent.number, date: consent.date } },
    }, context)];
  });
}
