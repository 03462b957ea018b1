import { texts } from './texts.ts';

export const P3 = texts('title', 'body', 'package', 'sender', 'receiver', 'position', 'number', 'copies', 'receivedOn', 'rest', 'return', 'signedBy');
