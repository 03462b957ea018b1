import { SmallTable } from '../../components/SmallTable.tsx';
import { useTexts } from '../../language/texts.ts';
import { carrierName } from '../materials/words.ts';
import type { Card } from './CardBody.tsx';
import styles from './card.module.css';

/** The carriers, each under the code that is printed on it. */
export function Carriers({ card }: { readonly card: Card }) {
  const { t, maybe } = useTexts();
  return (
    <SmallTable label={t('card.carriers.title')} empty={t('card.carriers.none')} ends={[3]}
      titles={[t('card.carriers.code'), t('card.carriers.kind'), t('card.carriers.copy'), t('card.carriers.sheets'), t('card.carriers.marking'), t('materials.column.status')]}
      rows={card.carriers.map((carrier) => ({
        key: carrier.code,
        cells: [
          <span key="code" className={styles['mono']}>{carrier.code}</span>, [carrierName(carrier.kind, t), carrier.number].filter(Boolean).join(', '),
          t('card.carriers.copyOf', { n: carrier.copyNo, of: carrier.copies }), carrier.sheets ?? '—',
          maybe(`card.carriers.places.${carrier.markingPlace}`) ?? carrier.markingPlace, maybe(`card.carriers.states.${carrier.state}`) ?? carrier.state,
        ],
      }))} />
  );
}
