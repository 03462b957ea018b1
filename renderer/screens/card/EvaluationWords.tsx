import annex2 from '#assets/reference/annex2.json' with { type: 'json' };
import { readEvaluation } from '#app/agreement/evaluation.ts';
import { Note } from '../../components/notes.tsx';
import { EvaluationBadge } from '../../components/badges.tsx';
import { Definitions } from '../../components/layout.tsx';
import { useTexts } from '../../language/texts.ts';
import { sourceKindName } from '../materials/words.ts';
import type { Card } from './CardBody.tsx';
import { Evaluations } from './Corrections.tsx';
import styles from './card.module.css';

/** The originator's evaluation in the words of Annex 2, with what was typed beside it; one that was not given stays not given (Art. 15). */
export function EvaluationWords({ card }: { readonly card: Card }) {
  const { t, language } = useTexts();
  const { evaluation, row } = card;
  const { source, accuracy, typed, sourceKind } = evaluation;
  const read = readEvaluation(typed);
  if (row.product) return <span className={styles['dim']}>{t('card.evaluation.product')}</span>;
  return (
    <>
      <div className={styles['evaluation']}>
        <EvaluationBadge code={row.evaluation} />
        <div>
          {source && <div><strong>{source}</strong> {annex2.source[source][language]}</div>}
          {accuracy && <div><strong>{accuracy}</strong> {annex2.accuracy[accuracy][language]}</div>}
          {!source && !accuracy && <div>{t(read.kind === 'foreign' ? 'components.evaluation.foreign' : 'card.evaluation.missing')}</div>}
        </div>
      </div>
      {typed !== '' && typed !== row.evaluation && read.kind === 'code' && <Note tone="info">{t('components.evaluation.normalised', { typed, code: row.evaluation })}</Note>}
      <Definitions rows={[
        [t('card.evaluation.typed'), typed],
        [t('materials.column.sourceKind'), sourceKind ? sourceKindName(sourceKind, language) : t('materials.notGiven')],
      ]} />
      <Evaluations card={card} />
    </>
  );
}
