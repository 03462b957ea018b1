import { GrifBadge } from '../../components/badges.tsx';
import { Definitions, Timeline } from '../../components/layout.tsx';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';
import styles from './card.module.css';

/** The grif and how it came about; it changes only by the originator's word (Art. 9). */
export function GrifHistory({ card }: { readonly card: Card }) {
  const { t } = useTexts();
  const why = (text: string) => (text === 'computed' ? t('card.grif.computed') : text);
  return (
    <div className={styles['stack']}>
      <Timeline items={card.grifHistory.map((each) => ({
        key: each.at, when: showDateTime(each.at),
        title: <GrifBadge degree={each.degree} full />,
        ...(each.why === '' ? {} : { more: why(each.why) }),
      }))} />
      <Definitions rows={[[t('card.grif.annex1'), card.annex1Version]]} />
    </div>
  );
}
