import { texts } from './texts.ts';

export const P14 = texts('title', 'body', 'yourRequest', 'reference', 'missing', 'answer', 'reason', 'request');
