import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './materials.module.css';

/** What stands in the way of using a material, and what it is, in words. Nothing for an ordinary one. */
export function StatusBadges({ row }: { readonly row: MaterialRow }) {
  const { t } = useTexts();
  return (
    <span className={styles['statuses']}>
      {row.admission === 'notAdmitted' && <StatusBadge tone="bad">{t('materials.status.notAdmitted')}</StatusBadge>}
      {row.frozen && <StatusBadge tone="bad">{t('materials.status.frozen')}</StatusBadge>}
      {row.restricted && <StatusBadge tone="warn">{t('materials.status.restricted')}</StatusBadge>}
      {row.product && <StatusBadge tone="info">{t('materials.status.product')}</StatusBadge>}
      {row.personalData && <StatusBadge>{t('materials.status.personalData')}</StatusBadge>}
    </span>
  );
}
