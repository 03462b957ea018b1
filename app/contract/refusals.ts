import { houseRefusals } from './house-refusals.ts';

/**
 * Why the registry says no. A refusal is data: a code, the rule behind it, and the document that would
 * change the answer. The words an officer reads live in `assets/texts/refusals.*.json`, one entry per code.
 *
 * `article` is the number of the article of the Agreement, a key of `assets/reference/articles.json`;
 * `rule` is the number of the derived rule (`R8.4`). A new code goes to its area, and its texts beside it.
 */
const agreementRefusals = {
  // States and their clocks (Art. 20 to 23)
  'party.notInForce': { rule: 'R23.2', article: '20' },
  'party.withdrawn': { rule: 'R22.2', article: '22' },
  'party.statusUnknown': { rule: 'R23.2', article: '20' },
  'event.stateUnknown': { rule: 'R20.1', article: '20' },
  'event.kindUnknown': { rule: 'R20.1', article: '20' },
  'event.dateInvalid': { rule: 'R20.1', article: '20' },
  'event.inFuture': { rule: 'R20.1', article: '20' },
  'event.documentMissing': { rule: 'R20.1', article: '20' },
  'event.foundingMissing': { rule: 'R21.1', article: '21' },
  'event.signatureMissing': { rule: 'R20.1', article: '20' },
  'event.withdrawalTooEarly': { rule: 'R22.1', article: '22' },

  // Bodies (Art. 3)
  'body.unknown': { rule: 'R3.3', article: '3' },
  'body.notListed': { rule: 'R3.3', article: '3' },
  'body.notASource': { rule: 'R3.3', article: '3' },
  'body.notARecipient': { rule: 'R3.3', article: '3' },
  'body.competentExists': { rule: 'R3.1', article: '3' },
  'body.listingEndsBeforeStart': { rule: 'R3.1', article: '3' },
  'body.letterMissing': { rule: 'R3.1', article: '3' },

  // Markings and grif (Art. 2, 8, 9, Annex 1)
  'marking.aboveAnnex1': { rule: 'R2.1', article: '2' },
  'marking.none': { rule: 'R2.1', article: '2' },
  'marking.unknown': { rule: 'R2.1', article: '2' },
  'grif.unknown': { rule: 'R9.4', article: '9' },
  'grif.belowSenders': { rule: 'R8.1', article: '8' },
  'grif.higherNeedsReason': { rule: 'R8.1', article: '8' },
  'grif.belowSources': { rule: 'R9.2', article: '9' },

  // Intake (Art. 4, 11, 15, 18, Annex 2)
  'basis.unknown': { rule: 'R4.1', article: '4' },
  'basis.requestMissing': { rule: 'R4.1', article: '4' },
  'basis.requestNotAllowed': { rule: 'R4.1', article: '4' },
  'basis.otherTreaty': { rule: 'R18.1', article: '18' },
  'reference.missing': { rule: 'R5.1', article: '5' },
  'date.invalid': { rule: 'R11.3', article: '11' },
  'date.inFuture': { rule: 'R11.3', article: '11' },
  'date.order': { rule: 'R11.3', article: '11' },
  'count.invalid': { rule: 'R11.3', article: '11' },
  'count.copyBeyondTotal': { rule: 'R11.3', article: '11' },
  'evaluation.invalid': { rule: 'R15.1', article: '15' },
  'evaluation.sourceKindUnknown': { rule: 'R15.1', article: '15' },
  'material.notAdmitted': { rule: 'R3.3', article: '3' },
  'material.frozen': { rule: 'R14.9', article: '14' },
  'material.originatorUnknown': { rule: 'R8.4', article: '8' },

  // Links and supplements (Art. 7)
  'link.typeUnknown': { rule: 'R7.1', article: '7' },
  'link.toItself': { rule: 'R7.1', article: '7' },
  'link.exists': { rule: 'R7.1', article: '7' },
  'link.cycle': { rule: 'R7.3', article: '7' },

  // Written consent (Art. 5, 8, 12)
  'consent.missing': { rule: 'R8.4', article: '8' },
  'consent.missingHidden': { rule: 'R8.4', article: '8' },
  'consent.missingWithinState': { rule: 'R8.5', article: '8' },
  'consent.missingOfAll': { rule: 'R12.7', article: '12' },
  'consent.notWritten': { rule: 'R8.4', article: '8' },
  'consent.notOriginators': { rule: 'R8.4', article: '8' },
  'consent.otherMaterial': { rule: 'R8.6', article: '8' },
  'consent.otherRecipient': { rule: 'R8.4', article: '8' },
  'consent.emptyScope': { rule: 'R8.4', article: '8' },
  'consent.afterDispatch': { rule: 'R8.4', article: '8' },
  'consent.notYetValid': { rule: 'R8.4', article: '8' },
  'consent.expired': { rule: 'R8.4', article: '8' },
  'consent.revoked': { rule: 'R8.4', article: '8' },
  'consent.conditionsOpen': { rule: 'R8.4', article: '8' },
  'director.decisionMissing': { rule: 'R5.2', article: '5' },
  'director.observerApprovalMissing': { rule: 'R12.8', article: '12' },

  // Restrictions of the originator (Art. 9)
  'restriction.forbids': { rule: 'R9.5', article: '9' },
  'restriction.forbidsHidden': { rule: 'R9.5', article: '9' },
  'restriction.purposeDiffers': { rule: 'R9.5', article: '9' },
  'restriction.noCopy': { rule: 'R9.5', article: '9' },
  'restriction.emptyAddressees': { rule: 'R9.5', article: '9' },
  'restriction.instructionMissing': { rule: 'R9.5', article: '9' },
  'restriction.unreadable': { rule: 'R9.5', article: '9' },

  // Transfer (Art. 5, 8, 10, 12)
  'purpose.missing': { rule: 'R8.8', article: '8' },
  'channel.notAgreed': { rule: 'R10.4', article: '10' },
  'channel.tooLow': { rule: 'R10.4', article: '10' },
  'clearance.addresseeMissing': { rule: 'R12.2', article: '12' },
  'clearance.addresseeTooLow': { rule: 'R12.2', article: '12' },

  // Clearance and access of the Centre's officials (Art. 10)
  'grant.none': { rule: 'R10.1', article: '10' },
  'grant.notYet': { rule: 'R10.2', article: '10' },
  'grant.expired': { rule: 'R10.2', article: '10' },
  'grant.revoked': { rule: 'R10.2', article: '10' },
  'clearance.expired': { rule: 'R10.2', article: '10' },
  'grant.outsideScope': { rule: 'R10.2', article: '10' },
  'grant.keyNotGiven': { rule: 'R10.2', article: '10' },
  'grant.notEntitled': { rule: 'R10.1', article: '10' },
  'grant.own': { rule: 'R10.1', article: '10' },
  'grant.noContentRole': { rule: 'R12.6', article: '12' },
  'grant.periodEmpty': { rule: 'R10.1', article: '10' },
  'grant.notFound': { rule: 'R10.1', article: '10' },
  'grant.alreadyRevoked': { rule: 'R10.1', article: '10' },
  'grant.lastKey': { rule: 'R10.1', article: '10' },
  'deputy.unfit': { rule: 'R10.1', article: '10' },
  'deputy.notFound': { rule: 'R10.1', article: '10' },

  // Notices (Art. 7) and incidents (Art. 14)
  'notice.ownReferenceMissing': { rule: 'R7.4', article: '7' },
  'incident.kindUnknown': { rule: 'R14.1', article: '14' },
  'incident.factsMissing': { rule: 'R14.2', article: '14' },
  'incident.nothingNamed': { rule: 'R14.1', article: '14' },
} as const satisfies Readonly<Record<string, { readonly rule: string; readonly article: string }>>;

const catalogue = { ...agreementRefusals, ...houseRefusals } as const;

export type RefusalCode = keyof typeof catalogue;

export const refusalCatalogue: Readonly<Record<RefusalCode, { readonly rule: string; readonly article: string }>> = catalogue;

export const refusalCodes = Object.keys(catalogue) as readonly RefusalCode[];

/** Who can supply what is missing; `code` is the body's code, absent when the officer may not know it. */
export interface Supplier {
  readonly kind: 'body' | 'competentBody' | 'director' | 'council' | 'depositary' | 'officer';
  readonly code?: string;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly article: string;
  readonly rule: string;
  /** Fill the `{{placeholders}}` of the texts; codes, numbers and dates only, never content of a material. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Code of the missing document: `writtenConsent`, `notificationLetter`, `directorDecision`... */
  readonly missing?: MissingDocument;
  readonly supplier?: Supplier;
}

export const missingDocuments = [
  'writtenConsent',
  'directorDecision',
  'notificationLetter',
  'depositaryNotice',
  'accessionInstrument',
  'foundingAccession',
  'instruction',
  'request',
  'channelAgreement',
  'clearanceConfirmation',
  'clearanceCertificate',
  'accessGrant',
  'deputyOrder',
  'coveringLetter',
  'reason',
  'fulfilment',
] as const;
export type MissingDocument = (typeof missingDocuments)[number];

/** A refusal with its article and rule looked up in the catalogue. */
export function refuse(
  code: RefusalCode,
  params: Readonly<Record<string, string | number>> = {},
  extra: { readonly missing?: MissingDocument; readonly supplier?: Supplier } = {},
): Refusal {
  const { rule, article } = refusalCatalogue[code];
  return { code, article, rule, params, ...extra };
}
