import type { Body } from '#app/agreement/bodies.ts';
import type { PartyStatusName } from '#app/agreement/party.ts';
import type { StateCode } from '#app/agreement/states.ts';
import type { Contributor } from '#app/materials/product.ts';
import type { DirectorDecision } from './approval.ts';
import type { Consent } from './consent.ts';
import type { AnsweredRequest } from './answer.ts';
import type { Restriction } from './restriction.ts';
import type { TransfersByTwo } from './second.ts';

/** Open questions of the text, kept as settings (Q3, Q5). */
export interface TransferSettings {
  /** Art. 8 asks no consent for another body of the originator's own State; by default the Centre does (R8.5). */
  readonly requireConsentWithinState: boolean;
  /** Art. 12, "all authorised bodies": all on the lists, or all that contributed (R12.7). */
  readonly jointConsentScope: 'all' | 'contributors';
  /** For which transfers two persons answer (R13.1); the Council has not decided. */
  readonly transferByTwo: TransfersByTwo;
}
export const defaultTransferSettings: TransferSettings = { requireConsentWithinState: true, jointConsentScope: 'all', transferByTwo: 'joint' };

export interface TransferMaterial {
  readonly id: string;
  /** One originator, or information created in cooperation with the bodies that took part, direct or through a product. */
  readonly origin:
    | { readonly kind: 'single'; readonly originator: string }
    | { readonly kind: 'joint'; readonly contributors: readonly Contributor[] };
  /** Grif of the Centre's carrier; anything but a degree of Annex 1 is refused. */
  readonly degree: string;
  /** Degrees of the originator or of every source; the carrier may not be below any. */
  readonly sourceDegrees: readonly string[];
  readonly admitted: boolean;
  /** It or something that it is made of has personal data under protection (Art. 12). */
  readonly personalData: boolean;
  /** Number of the incident that froze it, null when none did (R14.9). */
  readonly frozenBy: string | null;
}

/** Everything a transfer decision is made from; plain values that main has read. */
export interface TransferInput {
  readonly material: TransferMaterial;
  readonly recipient: string;
  readonly bodies: readonly Body[];
  /** Status of each State on `date`; a State that is not named has none. */
  readonly statuses: Readonly<Partial<Record<StateCode, PartyStatusName>>>;
  /** Civil date of dispatch. */
  readonly date: string;
  readonly purpose: string;
  /** Name of the channel by which it would go. */
  readonly channel: string;
  readonly consents: readonly Consent[];
  readonly restrictions: readonly Restriction[];
  readonly directorDecision: DirectorDecision | null;
  /** Whether the addressee gets a copy made by the Centre; a package on a medium always is one. */
  readonly copy: boolean;
  /** Ids of consents and of restrictions "for this purpose only" of which the officer has confirmed that they cover the purpose. */
  readonly confirmedPurposes?: readonly string[];
  /** For dispatch to one person: the highest degree his body confirmed him for (Art. 12); absent when not addressed to a person. */
  readonly addresseeClearance?: { readonly confirmed: string | null };
  /** The request that it answers; `unknown` for one that is not there or not open to the officer, null for an initiative. */
  readonly answers: AnsweredRequest | 'unknown' | null;
  /** Number of a request of the recipient for personal data that waits for its justification; null when none does. */
  readonly unjustified: string | null;
  /** Originators that this officer may know of; a refusal never names another. */
  readonly visibleBodies: readonly string[];
  readonly settings: TransferSettings;
}

export type TransferRow = 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6';
