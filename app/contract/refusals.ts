import { accessRefusals } from './refusals/access.ts';
import { attachmentsRefusals } from './refusals/attachments.ts';
import { backupRefusals } from './refusals/backup.ts';
import { bodiesRefusals } from './refusals/bodies.ts';
import { checksRefusals } from './refusals/checks.ts';
import { consentsRefusals } from './refusals/consents.ts';
import { documentsRefusals } from './refusals/documents.ts';
import { grifRefusals } from './refusals/grif.ts';
import { incidentsRefusals } from './refusals/incidents.ts';
import { intakeRefusals } from './refusals/intake.ts';
import { journalRefusals } from './refusals/journal.ts';
import { linksRefusals } from './refusals/links.ts';
import { mediaRefusals } from './refusals/media.ts';
import { noticesRefusals } from './refusals/notices.ts';
import { packagesRefusals } from './refusals/packages.ts';
import { partiesRefusals } from './refusals/parties.ts';
import { productsRefusals } from './refusals/products.ts';
import { questionRefusals } from './refusals/question.ts';
import { recoveryRefusals } from './refusals/recovery.ts';
import { requestsRefusals } from './refusals/requests.ts';
import { restrictionsRefusals } from './refusals/restrictions.ts';
import { sessionRefusals } from './refusals/session.ts';
import { transferRefusals } from './refusals/transfer.ts';
import { vaultRefusals } from './refusals/vault.ts';
import type { RefusalTable } from './refusals/table.ts';

/**
 * Why the registry says no. A refusal is data: a code, the rule behind it, and the document that would
 * change the answer. The words an officer reads live in `assets/texts/{ru,kk,en}/refusals.json`, one entry per code.
 *
 * A new code goes to the file of its article in `refusals/`, and its texts beside it. Refusals that come from the house and not from a
 * decision about a material - session, vault, media - cite the article that the safeguard serves.
 */
const catalogue = {
  ...accessRefusals,
  ...attachmentsRefusals,
  ...backupRefusals,
  ...bodiesRefusals,
  ...checksRefusals,
  ...consentsRefusals,
  ...documentsRefusals,
  ...grifRefusals,
  ...incidentsRefusals,
  ...intakeRefusals,
  ...journalRefusals,
  ...linksRefusals,
  ...mediaRefusals,
  ...noticesRefusals,
  ...packagesRefusals,
  ...partiesRefusals,
  ...productsRefusals,
  ...questionRefusals,
  ...recoveryRefusals,
  ...requestsRefusals,
  ...restrictionsRefusals,
  ...sessionRefusals,
  ...transferRefusals,
  ...vaultRefusals,
} as const;

export type RefusalCode = keyof typeof catalogue;

export const refusalCatalogue: Readonly<Record<RefusalCode, RefusalTable[string]>> = catalogue;

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
  'justification',
  'channelAgreement',
  'clearanceConfirmation',
  'clearanceCertificate',
  'toolsCertificate',
  'accessGrant',
  'councilDecision',
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
