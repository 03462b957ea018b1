import { z } from 'zod';
import { texts } from './texts.ts';

export const P17 = z.strictObject({
  ...texts(
    'distributionTitle', 'lossTitle', 'urgent', 'body', 'discoveredAt', 'kind', 'object', 'measures', 'circumstances',
    'materials', 'position', 'yourNumber', 'yourDate', 'ourNumber', 'consultations',
  ).shape,
  kinds: texts('disclosure', 'loss', 'temporaryLoss'),
  objects: texts('information', 'carrier', 'both'),
});
