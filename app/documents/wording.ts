import { z } from 'zod';
import { formWords } from './words/index.ts';
import { text, texts } from './words/texts.ts';

/** The wording of the forms in one language: data under assets/forms, replaceable without touching code. */
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
  restrictionKinds: texts('noTransfer', 'notTo', 'onlyTo', 'purpose', 'noCopy', 'noPrint', 'noProduct', 'viewOnly'),
  back: texts('title', 'copies', 'destination', 'executor', 'printedBy', 'date', 'workstation', 'file', 'draftDestroyed', 'draftNone', 'toAddressee', 'toFile'),
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
  forms: z.strictObject(formWords),
});

export type Wording = z.infer<typeof wordingSchema>;
