import { z } from 'zod';
import { sourceKinds } from '../../agreement/evaluation.ts';
import { texts } from './texts.ts';

export const P6 = z.strictObject({
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
});
