import { Icon } from '../../components/Icon.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './breach.module.css';
import { minutesBetween, partsOf, redAfter } from './elapsed.ts';

/** How long since the discovery, in words; red after a day (R14.2). */
export function BreachClock({ discoveredAt, now }: { readonly discoveredAt: string; readonly now: string }) {
  const { t } = useTexts();
  const elapsed = minutesBetween(discoveredAt, now);
  const { days, hours, minutes } = partsOf(elapsed);
  const late = elapsed >= redAfter;
  const time = [...(days > 0 ? [t('breach.clock.days', { count: days })] : []), t('breach.clock.hours', { count: hours }), t('breach.clock.minutes', { count: minutes })].join(' ');
  return (
    <span className={styles['clock']} data-late={late} role="timer">
      <Icon name="clock" />{t('breach.clock.since', { time })}{late && <strong>· {t('breach.clock.late')}</strong>}
    </span>
  );
}
