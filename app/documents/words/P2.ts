import { texts } from './texts.ts';

export const P2 = texts(
  'title', 'package', 'addressee', 'seal', 'position', 'number', 'grif', 'copy', 'carrier', 'sheets', 'hash', 'total',
  'composedBy', 'checkedBy',
);
