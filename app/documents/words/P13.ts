import { texts } from './texts.ts';

export const P13 = texts(
  'title', 'body', 'liftedTitle', 'liftedBody', 'ourNumber', 'ourDate', 'restriction', 'notQuoted', 'validity', 'since', 'term', 'outOfScope', 'comply', 'acknowledge',
);
