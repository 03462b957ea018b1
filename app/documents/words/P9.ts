import { texts } from './texts.ts';

export const P9 = texts('title', 'body', 'yourNumber', 'yourDate', 'ourNumber', 'ourDate', 'further', 'acknowledge');
