import { z } from 'zod';
import { isCivilDate } from './civilDate.ts';
import { accuracyCodes, sourceCodes, sourceKinds } from './evaluation.ts';
import { degrees } from './grif.ts';
import { stateCodes } from './states.ts';

/** Shapes of the files under `assets/reference`. The Agreement's wording is data: the authentic text is Russian, and ours may be replaced. */
const text = z.string().min(1);
const threeLanguages = z.strictObject({ ru: text, kk: text, en: text });
/** How far a wording can be trusted; shown beside it. */
const wordingStatus = z.enum(['unofficialTranslation', 'publishedDraft', 'authentic']);
const statuses = z.strictObject({ ru: wordingStatus, kk: wordingStatus, en: wordingStatus });

const degree = z.enum(degrees);
const state = z.enum(stateCodes);
const cell = z.strictObject({ kk: text, ru: text, national: z.array(text) });

export const annex1File = z.strictObject({
  note: threeLanguages,
  versions: z.array(z.strictObject({
    id: text,
    effectiveFrom: z.string().refine(isCivilDate),
    decision: text.nullable(),
    centre: z.record(degree, threeLanguages),
    rows: z.record(state, z.record(degree, cell)),
  })).min(1),
});

export const annex2File = z.strictObject({
  status: statuses,
  axes: z.strictObject({ source: threeLanguages, accuracy: threeLanguages }),
  source: z.record(z.enum(sourceCodes), threeLanguages),
  accuracy: z.record(z.enum(accuracyCodes), threeLanguages),
  sourceKind: z.record(z.enum(sourceKinds), threeLanguages),
});

export const statesFile = z.strictObject({
  /** `signatureLine`: stands among the signatures of the text; says nothing of being in force. */
  states: z.array(z.strictObject({ code: state, names: threeLanguages, signatureLine: z.boolean() })).length(stateCodes.length),
  centre: z.strictObject({ code: z.literal('CENTRE'), names: threeLanguages, short: threeLanguages }),
});

export const articlesFile = z.strictObject({
  note: threeLanguages,
  status: statuses,
  source: text,
  /** `number` is `preamble`, `1` to `23`, `closing`; the texts are paragraphs. Titles are short working names. */
  articles: z.array(z.strictObject({ number: text, title: threeLanguages, ru: z.array(text).min(1), kk: z.array(text).min(1) })),
});

export type Annex1File = z.infer<typeof annex1File>;
export type Annex2File = z.infer<typeof annex2File>;
export type StatesFile = z.infer<typeof statesFile>;
export type ArticlesFile = z.infer<typeof articlesFile>;
