import { z } from 'zod';
import { isCivilDate, isCivilDateTime } from '../../agreement/civilDate.ts';

/**
 * Control, bidirectional and zero-width characters. In a name or a number they can make two different
 * things look alike or turn a line around on paper, so they are refused; in verbatim text they are kept (Art. 11).
 */
// oxlint-disable-next-line no-control-regex, no-misleading-character-class
const hidden = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/u;

/** One line of requisites: trimmed, without hidden characters, at most `max` characters. Errors: `empty`, `controlCharacters`. */
export const line = (max: number) =>
  z.string().max(max).transform((text) => text.trim()).refine((text) => text.length > 0, { error: 'empty' })
    .refine((text) => text.isWellFormed() && !hidden.test(text), { error: 'controlCharacters' });

/** As `line`, but may be left empty. */
export const optionalLine = (max: number) =>
  z.string().max(max).transform((text) => text.trim())
    .refine((text) => text.isWellFormed() && !hidden.test(text), { error: 'controlCharacters' });

/**
 * Text as given by its source, kept to the byte (Art. 11): nothing trimmed, folded or normalised.
 * Only what no store or paper can carry is refused: NUL and lone surrogates.
 */
export const verbatim = (max: number) =>
  z.string().max(max).refine((text) => text.isWellFormed() && !text.includes('\u0000'), { error: 'controlCharacters' });

export const civilDate = z.string().refine(isCivilDate, { error: 'notADate' });
export const civilDateTime = z.string().refine(isCivilDateTime, { error: 'notADate' });
export const id = z.string().regex(/^[a-z0-9]{20}$/, { error: 'notAnId' });
export const count = z.int().min(1).max(100_000);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Base64 of binary data. */
export const bytes = z.base64();

/** The three languages of the screens and forms. */
export const language = z.enum(['ru', 'kk', 'en']);
export type Language = z.infer<typeof language>;
/** The eight languages in which materials come. */
export const materialLanguage = z.enum(['ru', 'kk', 'uz', 'tg', 'ky', 'az', 'tk', 'en', 'other']);

export const pageLimit = z.int().min(1).max(200);
/** Where a page ends; opaque to the renderer. */
export const cursor = z.string().max(600);
/** Rows passed over before a page begins: after its cursor, or after the beginning of the list. */
export const rowsSkipped = z.int().min(0).max(10_000_000);
