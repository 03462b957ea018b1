import { texts } from './texts.ts';

export const L4 = texts('title', 'body', 'ourNumber', 'packages', 'consent', 'reference', 'request');
