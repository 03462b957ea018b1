import { Choice } from '../../components/Choice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { languages, type Language } from '../../language/plurals.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './print.module.css';

export interface Settings { readonly language: Language; readonly secondLanguage: Language | null; readonly copies: number | null }

/** In what language the form speaks, whether a second one stands beside it, and how many copies are numbered; `singleCopy`: the form is made in one, and the field only says so. */
export function PaperSettings({ settings, singleCopy, onChange }: { readonly settings: Settings; readonly singleCopy: boolean; readonly onChange: (settings: Settings) => void }) {
  const { t } = useTexts();
  const choices = languages.map((value) => ({ value, label: t(`frame.languages.${value}`) }));
  return (
    <div className={styles['settings']}>
      <Choice label={t('print.language')} choices={choices} value={settings.language} takesFocus
        onChange={(language) => { if (language) onChange({ ...settings, language, secondLanguage: settings.secondLanguage === language ? null : settings.secondLanguage }); }} />
      <Choice label={t('print.second')} choices={choices.filter((each) => each.value !== settings.language)} value={settings.secondLanguage} clearable placeholder={t('print.noSecond')}
        onChange={(secondLanguage) => onChange({ ...settings, secondLanguage })} />
      <NumberField label={t('print.copies')} value={settings.copies} min={1} max={singleCopy ? 1 : 50} disabled={singleCopy} onChange={(copies) => onChange({ ...settings, copies: copies !== null && copies >= 1 && copies <= 50 ? copies : null })} />
    </div>
  );
}
