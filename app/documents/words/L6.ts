import { texts } from './texts.ts';

export const L6 = texts('title', 'body', 'ourNumber', 'ourDate', 'change', 'notQuoted', 'acknowledge');
