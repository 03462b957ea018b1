import { texts } from './texts.ts';

export const P1 = texts('title', 'body', 'oneOff', 'standing', 'initiative', 'purpose', 'receipt', 'withoutEnclosures');
