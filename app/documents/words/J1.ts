import { texts } from './texts.ts';

export const J1 = texts('title', 'body', 'code', 'vault', 'seq', 'hash', 'at', 'officer', 'signPublic', 'signature', 'compare', 'signedBy', 'keptBy');
