import type { LetterParticulars } from '#app/notices/particulars.ts';
import { Definitions } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { ruleInWords } from '../card/restrictionWords.ts';

/** What a notice of a restriction tells its addressee (Art. 9). */
export function RestrictionChange({ change, nameOf }: { readonly change: Extract<LetterParticulars, { kind: 'restrictionChange' }>; readonly nameOf: (code: string) => string }) {
  const { t } = useTexts();
  const { rule, from, to } = change;
  return (
    <>
      <Definitions rows={[
        [t('notices.restriction'), `${t(`notices.change.${change.change}`)}: ${rule === null ? t('notices.notQuoted') : ruleInWords(rule, t, nameOf, (state) => state)}`],
        [t('card.rights.validity'), to === null ? t('card.rights.since', { from: showDate(from) }) : t('card.rights.term', { from: showDate(from), to: showDate(to) })],
      ]} />
      {change.outOfScope && <Note tone="warn">{t('notices.outOfScope')}</Note>}
    </>
  );
}
