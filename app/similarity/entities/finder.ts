import type { FoldedToken } from '../fold.ts';
import type { Entity } from '../feature.ts';

/** Looks for one kind of entity in a text; `tokens` are the folded words of the same text. Order of the answer is free. */
export type Finder = (text: string, tokens: readonly FoldedToken[]) => Iterable<Entity>;

/** Digits of a stretch of text, nothing else. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');
