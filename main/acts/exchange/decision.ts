import { rightsHolder } from '#app/agreement/bodies.ts';
import { dateOf } from '#app/agreement/civilDate.ts';
import { addresseeClearance, type ClearanceAnswer } from '#app/exchange/addressee.ts';
import { consentCells, type ConsentCells } from '#app/exchange/consentMatrix.ts';
import { decideTransfer, defaultTransferSettings, type TransferDecision, type TransferInput } from '#app/exchange/transfer.ts';
import type { Context } from '../../context.ts';
import { clearancesOf } from '../../vault/queries/clearances.ts';
import { approvalOf, consentsOf, type Approval } from '../../vault/queries/exchange.ts';
import { freezing } from '../../vault/queries/incidents.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { locate, located, openHoldings, type Located } from '../lookup.ts';
import { standingOn, type Standing } from '../standing.ts';
import { answering } from './answering.ts';
import { originOf, type Origin } from './origin.ts';
import { restrictionsOn } from './restricted.ts';

/** What a transfer would be, whoever gets it. */
export interface Terms {
  /** Civil date of dispatch. */
  readonly date: string;
  readonly purpose: string;
  /** Name of the channel. */
  readonly channel: string;
  readonly confirmedPurposes: readonly string[];
  /** The request that it answers; null for an initiative. */
  readonly requestId: string | null;
  /** Whom it is addressed to by name; empty for the body. */
  readonly person: string;
}

export interface Decided {
  readonly at: Located;
  readonly decision: TransferDecision;
  /** The director's latest decision on the pair, also one that is used or has run out. */
  readonly approval: Approval | undefined;
  /** Who has consented and whose consent is missing. */
  readonly consents: ConsentCells;
}

/**
 * Decides one material for one addressee by what the vault holds now; nothing is kept from an earlier decision (Art. 5(1),
 * "in each individual case"). Throws `material.notFound`.
 */
export function deciderFor({ vault }: Context, { requestId, person, ...terms }: Terms): (materialId: string, recipient: string) => Decided {
  const standing = standingOn(vault.registry, terms.date);
  const visibleBodies = visible(vault, standing);
  const { answers, unjustifiedOf } = answering(vault, requestId, standing.bodies, terms.date);
  let known: readonly ClearanceAnswer[] | undefined;
  const confirmed = (): readonly ClearanceAnswer[] => (known ??= answersIn(vault));
  return (materialId, recipient) => {
    const at = located(vault, materialId);
    const origin = originOf(vault, at);
    const approval = approvalOf(at.db, materialId, recipient, terms.date);
    const input: TransferInput = {
      material: {
        id: materialId, origin: origin.origin, degree: at.row.degree, sourceDegrees: origin.sourceDegrees, admitted: at.row.admission === 'admitted',
        // Of a source that is not open here nothing is known: it is taken for one that has some.
        personalData: origin.ids.some((id) => locate(vault, id)?.row.personalData ?? true), frozenBy: frozenBy(vault, origin),
      },
      recipient, bodies: standing.bodies, statuses: standing.statuses, ...terms,
      consents: consentsOf(at.db, materialId),
      restrictions: origin.ids.flatMap((id) => restrictionsOn(vault, id)),
      directorDecision: directorDecision(approval),
      // A package on a medium is always a copy made by the Centre.
      copy: true,
      ...(person === '' ? {} : { addresseeClearance: { confirmed: addresseeClearance(confirmed(), { person, body: recipient }, terms.date) } }),
      answers, unjustified: unjustifiedOf(recipient), visibleBodies, settings: defaultTransferSettings,
    };
    return { at, decision: decideTransfer(input), approval, consents: consentCells(input) };
  };
}

/** What bodies answered of their people, as far as this officer can open it. */
const answersIn = (vault: OpenVault): readonly ClearanceAnswer[] => openHoldings(vault).flatMap(({ db }) => clearancesOf(db))
  .flatMap(({ person, body, answer }) => (answer === null ? [] : [{ person, body, date: answer.document.date, confirmed: answer.confirmed, validTo: answer.validTo }]));

/** Originators whose holding this officer can open, and those to whom their rights have passed. */
function visible(vault: OpenVault, { bodies }: Standing): readonly string[] {
  const own = openHoldings(vault).map(({ name }) => name.slice(0, name.indexOf('/')));
  return [...new Set(own.flatMap((code) => [code, rightsHolder(code, bodies)]))];
}

/** Number of the breach that froze the material or something it is made of (R14.9); null when none did. */
function frozenBy(vault: OpenVault, { ids }: Origin): string | null {
  for (const id of ids) {
    const at = locate(vault, id);
    if (at === undefined || !at.row.frozen) continue;
    return freezing(at.db, id)?.number ?? '';
  }
  return null;
}

/** One of an earlier version of the program names its paper in one text, and neither purpose nor term. */
function directorDecision(approval: Approval | undefined): TransferInput['directorDecision'] {
  if (approval === undefined) return null;
  const { approved: { basis = '', decision, purpose, validTo, confirmedPurposes }, at, used } = approval;
  return {
    number: decision?.number ?? basis, date: decision?.date ?? dateOf(at), purpose: purpose ?? null, validTo: validTo ?? null, used, confirmedPurposes: confirmedPurposes ?? [],
  };
}
