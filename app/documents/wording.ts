import { z } from 'zod';
import { sourceKinds } from '../agreement/evaluation.ts';

/** The wording of the forms in one language: data under assets/forms, replaceable without touching code. */
const text = z.string().min(1).max(1000);

function texts<const K extends string>(...keys: readonly K[]): z.ZodObject<Record<K, typeof text>, z.core.$strict> {
  const shape: Partial<Record<K, typeof text>> = {};
  for (const key of keys) shape[key] = text;
  return z.strictObject(shape as Record<K, typeof text>);
}

const carriers = texts('paper', 'optical', 'flash', 'photo', 'sample', 'oral', 'other');

const common = z.strictObject({
  ...texts(
    'centreName', 'place', 'longDate', 'number', 'copy', 'registration', 'replyTo', 'sheetOf', 'backOf', 'printEvent',
    'attachments', 'attachment', 'attachmentWithoutSheets', 'unclassified', 'conditionOf', 'marking', 'evaluation',
    'restriction', 'consent', 'consentCondition', 'consentValue', 'thirdPartyRule', 'unofficialTranslation', 'agreementTranslation', 'demonstration', 'stamp',
    'none', 'notGiven', 'yes', 'no', 'instruction', 'draft', 'directorPost',
  ).shape,
  carriers,
  seals: texts('intact', 'broken', 'none'),
  restrictionKinds: texts('noTransfer', 'notTo', 'onlyTo', 'purpose', 'noCopy'),
  back: texts('title', 'copies', 'destination', 'executor', 'printedBy', 'date', 'workstation', 'file', 'draftDestroyed', 'draftNone', 'toAddressee', 'toFile'),
});

const forms = z.strictObject({
  P1: texts('title', 'body', 'oneOff', 'standing', 'initiative', 'purpose', 'receipt', 'withoutEnclosures'),
  P2: texts(
    'title', 'package', 'addressee', 'seal', 'position', 'number', 'grif', 'copy', 'carrier', 'sheets', 'hash', 'total',
    'composedBy', 'checkedBy',
  ),
  P3: texts('title', 'body', 'package', 'sender', 'receiver', 'position', 'number', 'copies', 'receivedOn', 'return', 'signedBy'),
  P4: texts('package', 'to', 'openOnly'),
  P6: z.strictObject({
    ...texts(
      'title', 'receipt', 'originator', 'originatorReference', 'reference', 'basis', 'basisRequest', 'receivedAt', 'receivedBy',
      'channel', 'courier', 'package', 'seals', 'asReceived', 'marking', 'markingPlace', 'onCarrier', 'inAccompanying',
      'evaluation', 'language', 'centre', 'grif', 'higherReason', 'annex1', 'source', 'accuracy',
      'sourceKind', 'personalData', 'subject', 'admission', 'admitted', 'notAdmitted', 'carriers', 'carrierCode', 'carrierKind', 'copy', 'sheets',
      'medium', 'place', 'files', 'fileNumber', 'fileSize', 'fileHash', 'restrictions', 'registeredBy', 'barcode',
    ).shape,
    basisKinds: texts('oneOff', 'standing', 'initiative'),
    annex2: texts('A', 'B', 'C', 'D', '1', '2', '3', '4'),
    sourceKinds: texts(...sourceKinds),
    languages: texts('ru', 'kk', 'uz', 'tg', 'ky', 'az', 'tk', 'en', 'other'),
  }),
  P9: texts('title', 'body', 'yourNumber', 'yourDate', 'ourNumber', 'ourDate', 'further', 'acknowledge'),
  P17: z.strictObject({
    ...texts(
      'distributionTitle', 'lossTitle', 'urgent', 'body', 'discoveredAt', 'kind', 'object', 'measures', 'circumstances',
      'materials', 'position', 'yourNumber', 'yourDate', 'ourNumber', 'consultations',
    ).shape,
    kinds: texts('disclosure', 'loss', 'temporaryLoss'),
    objects: texts('information', 'carrier', 'both'),
  }),
  P23: z.strictObject({
    ...texts(
      'title', 'period', 'periodValue', 'entries', 'entriesValue', 'gaps', 'seq', 'at', 'officer', 'workstation', 'deed', 'subject', 'result', 'hash',
      'head', 'chain', 'whole', 'broken', 'keptBy', 'checkedBy',
    ).shape,
    results: texts('done', 'refused'),
  }),
  J1: texts('title', 'body', 'code', 'vault', 'seq', 'hash', 'at', 'officer', 'signPublic', 'signature', 'compare', 'signedBy', 'keptBy'),
  H1: texts('title', 'body', 'vault', 'serial', 'at', 'accounts', 'restore', 'codes', 'codeOf', 'lines', 'line', 'digits', 'printedBy', 'keptBy'),
  R1: texts('title', 'holder', 'sheet', 'sheetOf', 'threshold', 'thresholdOf', 'vault', 'arrangement', 'checkCode', 'line', 'what', 'keep', 'givenBy', 'takenBy'),
  L1: texts('title', 'body', 'sender', 'senderReference', 'reference', 'package', 'ourNumber', 'status', 'request'),
});

export const wordingSchema = z.strictObject({
  language: z.enum(['ru', 'kk', 'en']),
  status: z.strictObject({
    /** Russian is the working language: the other languages' forms are translations until someone approves them. */
    forms: z.enum(['original', 'unofficial translation', 'approved translation']),
    /** Only the Russian text of the Agreement is authentic; ours has not been compared with it. */
    agreement: z.enum(['unofficial translation', 'authentic']),
    note: text,
  }),
  months: z.array(text).length(12),
  common,
  forms,
});

export type Wording = z.infer<typeof wordingSchema>;
