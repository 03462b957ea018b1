import { readEvaluation } from '#app/agreement/evaluation.ts';
import type { Degree } from '#app/agreement/grif.ts';
import type { ReactNode } from 'react';
import { useTexts } from '../language/texts.ts';
import styles from './small.module.css';

/** The grif in colour and in words; with the Centre's own designation of Annex 1 where there is room. */
export function GrifBadge({ degree, full = false }: { readonly degree: Degree; readonly full?: boolean }) {
  const { t } = useTexts();
  return (
    <span className={styles['grif']} data-degree={degree}>
      {t(`components.grif.${degree}`)}{full ? ` · ${t(`components.grif.centre.${degree}`)}` : ''}
    </span>
  );
}

/** A code of Annex 2 (`B3`), a code of another scheme as it came and marked so, or the plain word that there is none (R15.1, R15.2). */
export function EvaluationBadge({ code }: { readonly code: string }) {
  const { t } = useTexts();
  if (code === '') return <span className={styles['evaluation']} data-missing="">{t('components.evaluation.missingShort')}</span>;
  if (readEvaluation(code).kind === 'code') return <span className={styles['evaluation']}>{code}</span>;
  return <span className={styles['evaluation']} title={t('components.evaluation.foreign')}><bdi>{code}</bdi> <small>{t('components.evaluation.foreignShort')}</small></span>;
}

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

/** A state in words; the colour only underlines it. */
export function StatusBadge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={styles['status']} data-tone={tone}>{children}</span>;
}
