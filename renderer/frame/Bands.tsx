import { useTexts } from '../language/texts.ts';
import { useShownDegree } from './shown.ts';
import styles from './Frame.module.css';

/** The grif of what is on screen, in colour and in words, at the top and at the bottom. */
export function Band({ place }: { readonly place: 'top' | 'bottom' }) {
  const { t } = useTexts();
  const degree = useShownDegree();
  return (
    <div className={styles['band']} data-degree={degree ?? 'none'} data-place={place} {...(place === 'top' ? { role: 'status' } : { 'aria-hidden': true })}>
      {degree === null ? t('frame.nothingClassified') : `${t(`components.grif.${degree}`)} · ${t(`components.grif.centre.${degree}`)}`}
    </div>
  );
}

export function DemonstrationMark() {
  const { t } = useTexts();
  return <aside className={styles['demonstration']} aria-label={t('frame.demonstrationMark')}>{t('frame.demonstration')}</aside>;
}
