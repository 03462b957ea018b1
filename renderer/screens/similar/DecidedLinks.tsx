import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { go } from '../../frame/router.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './MaterialSide.tsx';
import styles from './similar.module.css';

const shown = ['similar', 'supplementOf', 'duplicate', 'unrelated'] as const;

/** Pairs of this material that were decided before, each with who decided and why. */
export function DecidedLinks({ links }: { readonly links: Card['links'] }) {
  const { t } = useTexts();
  const decided = links.flatMap((link) => {
    const type = shown.find((each) => each === link.type);
    return type ? [{ ...link, type }] : [];
  });
  if (decided.length === 0) return null;
  return (
    <Panel title={t('similar.decided')}>
      <ul className={styles['decided']}>
        {decided.map(({ id, type, other, decidedAt, officer, reason }) => (
          <li key={id}>
            {other ? <Button tone="quiet" onClick={() => go('card', { materialId: other.id })}>{other.regNo}</Button> : <span>{t('similar.hidden')}</span>}
            <span className={styles['dim']}>{[t(`similar.links.${type}`), showDate(decidedAt), officer, reason].filter((each) => each !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
