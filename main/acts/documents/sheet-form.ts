import type { Language } from '#app/contract/shapes/text.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import { recoverySheet } from '#app/documents/recovery-sheet.ts';
import type { Context } from '../../context.ts';
import { found } from '../../refused.ts';
import { requisitesOf, stationeryOf } from './stationery.ts';

/** R1: one holder's sheet of the recovery arranged in this session; after the lock there is nothing to print it from. */
export function sheetForm(context: Context, n: number, { language, reference }: { language: Language; reference: string }): DocumentModel {
  const sheet = found(context.vault.recovery.sheets().find((one) => one.n === n), 'document.noSheet', { n });
  return recoverySheet(stationeryOf(context, language, null), { ...sheet, requisites: requisitesOf(context, `${sheet.arrangement}/${n}`, reference, 1, [sheet.holder]) });
}
