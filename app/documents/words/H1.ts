import { texts } from './texts.ts';

export const H1 = texts('title', 'body', 'vault', 'serial', 'at', 'accounts', 'restore', 'codes', 'codeOf', 'lines', 'line', 'digits', 'printedBy', 'keptBy');
