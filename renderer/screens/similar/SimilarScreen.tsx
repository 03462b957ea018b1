import { useState } from 'react';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { MaterialChoice } from '../../components/MaterialChoice.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { go } from '../../frame/router.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { useTexts } from '../../language/texts.ts';
import type { ScreenProps } from '../index.ts';
import { DecidedLinks } from './DecidedLinks.tsx';
import type { Decided } from './DecisionForm.tsx';
import { DecisionResult } from './DecisionResult.tsx';
import { PairList } from './PairList.tsx';
import { PairView } from './PairView.tsx';
import styles from './similar.module.css';

/** Pairs of one material to decide (Art. 7); `materialId` says whose, without it a material is chosen by number. */
export default function SimilarScreen({ params }: ScreenProps) {
  const { t } = useTexts();
  const { materialId } = params;
  const asked = materialId === undefined ? undefined : { materialId };
  const card = useQuestion(registry.materials.card, asked, ['links']);
  const similar = useQuestion(registry.materials.similar, asked, ['links']);
  const [otherId, setOtherId] = useState<string | undefined>();
  const [result, setResult] = useState<{ readonly decided: Decided; readonly rows: readonly MaterialRow[] } | undefined>();
  const proposals = similar.value?.proposals ?? [];
  const pair = proposals.find(({ material }) => material.id === otherId) ?? proposals[0];
  useScreenGrif(card.value?.row.degree, ...proposals.map(({ material }) => material.degree), ...(result?.rows ?? []).map((row) => row.degree));
  const fault = card.fault ?? similar.fault;
  return (
    <div className={styles['screen']} data-pair>
      <div className={styles['left']}>
        <MaterialChoice label={t('similar.choose')} value={materialId ?? null} takesFocus={materialId === undefined} onChange={(next) => { if (next !== null) go('similar', { materialId: next }); }} />
        {materialId !== undefined && (
          <Panel title={t('similar.pairs')} bare>
            {similar.value && proposals.length === 0 && <Empty icon="check">{t('similar.noPairs')}</Empty>}
            <PairList proposals={proposals} here={pair?.material.id} onChoose={(next) => { setOtherId(next); setResult(undefined); }} />
          </Panel>
        )}
        {similar.value?.outsideAccess === true && <Note tone="warn">{t('similar.outside')}</Note>}
        {card.value && <DecidedLinks links={card.value.links} />}
      </div>
      <div className={styles['right']}>
        <RefusalList refusals={card.refusals.length > 0 ? card.refusals : similar.refusals} />
        <ErrorNote fault={fault} again={() => { card.again(); similar.again(); }} />
        {result && <DecisionResult key={result.decided.answer.linkId} decided={result.decided} rows={result.rows} />}
        {materialId === undefined && <Empty icon="links">{t('similar.chooseHint')}</Empty>}
        {card.value && pair && (
          <PairView key={pair.material.id} card={card.value} proposal={pair}
            onDecided={(decided) => setResult({ decided, rows: [card.value?.row, pair.material].filter((row) => row !== undefined) })} />
        )}
      </div>
    </div>
  );
}
