import type { Texts } from '../../language/texts.ts';

/** A kind of act in words; its code where no words were written for it. */
export const kindWords = (kind: string, maybe: Texts['maybe']): string => maybe(`journal.kinds.${kind}`) ?? kind;
