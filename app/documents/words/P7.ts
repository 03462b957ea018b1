import { texts } from './texts.ts';

export const P7 = texts('title', 'number', 'registeredOn', 'sheets', 'accompanying');
