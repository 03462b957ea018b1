import { texts } from './texts.ts';

export const P15 = texts('title', 'body', 'person', 'level', 'need', 'request');
