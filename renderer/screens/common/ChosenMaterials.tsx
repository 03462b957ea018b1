import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { EvaluationBadge, GrifBadge, StatusBadge } from '../../components/badges.tsx';
import { IconButton } from '../../components/Button.tsx';
import { useScreenGrif } from '../../frame/shown.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { CardLink } from './CardLink.tsx';
import styles from './common.module.css';

/** The materials chosen so far, each with its grif; any of them may be taken out again. */
export function ChosenMaterials({ ids, rows, onRemove, label }: {
  readonly ids: readonly string[]; readonly rows: ReadonlyMap<string, MaterialRow>; readonly onRemove: (id: string) => void; readonly label: string;
}) {
  const { t } = useTexts();
  useScreenGrif(...ids.map((id) => rows.get(id)?.degree));
  return (
    <ul className={styles['chosen']} aria-label={label}>
      {ids.map((id) => {
        const row = rows.get(id);
        return (
          <li key={id} className={styles['chosenLine']}>
            {row ? (
              <span className={styles['about']}>
                <CardLink materialId={id}>{row.regNo}</CardLink>
                <GrifBadge degree={row.degree} /><EvaluationBadge code={row.evaluation} />
                <span className={styles['dim']}>{t('release.materials.from', { body: row.originator, number: row.senderNumber, date: showDate(row.senderDate) })}</span>
                {row.frozen && <StatusBadge tone="bad">{t('release.materials.frozen')}</StatusBadge>}
                {row.restricted && <StatusBadge tone="warn">{t('release.materials.restricted')}</StatusBadge>}
              </span>
            ) : <span className={styles['dim']}>{t('components.grid.loading')}</span>}
            <span className={styles['end']}>
              <IconButton icon="remove" label={t('release.materials.remove', { number: row?.regNo ?? id })} onClick={() => onRemove(id)} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
