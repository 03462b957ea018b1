import { texts } from './texts.ts';

export const P4 = texts('package', 'to', 'openOnly');
