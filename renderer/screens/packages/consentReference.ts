import { isCivilDate } from '#app/agreement/civilDate.ts';
import { showDate } from '../../language/dates.ts';
import type { T } from '../../language/texts.ts';

/** `17/31, 2026-11-22`, as this program writes it into a package, in the officer's words; what is written otherwise stays to the letter. */
export function consentInWords(reference: string, t: T): string {
  const [, number, date] = /^(.+), (\d{4}-\d{2}-\d{2})$/u.exec(reference) ?? [];
  return number !== undefined && date !== undefined && isCivilDate(date) ? t('packages.item.consentOf', { number, date: showDate(date) }) : reference;
}
