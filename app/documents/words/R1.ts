import { texts } from './texts.ts';

export const R1 = texts('title', 'holder', 'sheet', 'sheetOf', 'threshold', 'thresholdOf', 'vault', 'arrangement', 'checkCode', 'line', 'what', 'keep', 'givenBy', 'takenBy');
