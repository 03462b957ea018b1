import { texts } from './texts.ts';

export const L2 = texts('title', 'body', 'ownNumber', 'ownDate', 'received', 'suggestion', 'request');
