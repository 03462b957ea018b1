import { z } from 'zod';
import { texts } from './texts.ts';

export const P23 = z.strictObject({
  ...texts(
    'title', 'period', 'periodValue', 'entries', 'entriesValue', 'gaps', 'seq', 'at', 'officer', 'workstation', 'deed', 'subject', 'result', 'hash',
    'head', 'chain', 'whole', 'broken', 'keptBy', 'checkedBy',
  ).shape,
  results: texts('done', 'refused'),
});
