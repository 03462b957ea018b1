import { texts } from './texts.ts';

export const P10 = texts('title', 'body', 'ownNumber', 'ourNumber', 'reference', 'product', 'recipient', 'purpose', 'request', 'answer', 'given', 'terms', 'until', 'paper', 'blank');
