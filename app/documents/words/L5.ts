import { texts } from './texts.ts';

export const L5 = texts('title', 'body', 'ourNumber', 'ourDate', 'change', 'notQuoted', 'acknowledge');
