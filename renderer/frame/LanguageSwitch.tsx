import { languages, type Language } from '../language/plurals.ts';
import { useTexts } from '../language/texts.ts';
import styles from './Frame.module.css';

const marks: Readonly<Record<Language, string>> = { ru: 'RU', kk: 'ҚАЗ', en: 'EN' };

export function LanguageSwitch() {
  const { t, language, setLanguage } = useTexts();
  return (
    <fieldset className={styles['languages']} aria-label={t('frame.language')}>
      {languages.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => setLanguage(each)}
          aria-label={`${marks[each]} ${t(`frame.languages.${each}`)}`}>{marks[each]}</button>
      ))}
    </fieldset>
  );
}
