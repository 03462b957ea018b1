import { Panel } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { ReasonTable, StrengthBadge, type Proposal } from '../../components/ProposalCard.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useTexts } from '../../language/texts.ts';
import { DecisionForm, type Decided } from './DecisionForm.tsx';
import { MaterialSide, type Card } from './MaterialSide.tsx';
import styles from './similar.module.css';

/** Two materials side by side, why they were put together, and the decision. */
export function PairView({ card, proposal, onDecided }: { readonly card: Card; readonly proposal: Proposal; readonly onDecided: (decided: Decided) => void }) {
  const { t } = useTexts();
  const otherId = proposal.material.id;
  const { value: other, refusals, fault, again } = useQuestion(registry.materials.card, { materialId: otherId });
  return (
    <div className={styles['pair']}>
      <div className={styles['sides']}>
        <MaterialSide card={card} title={t('similar.this')} named={proposal.reasons.map((each) => each.here)} />
        {other && <MaterialSide card={other} title={t('similar.other')} named={proposal.reasons.map((each) => each.there)} />}
        <RefusalList refusals={refusals} />
        <ErrorNote fault={fault} again={again} />
      </div>
      <div className={styles['sides']}>
        <Panel title={<>{t('similar.why')} <StrengthBadge strength={proposal.strength} /></>}>
          <ReasonTable proposal={proposal} here={card.row.regNo} />
        </Panel>
        <Panel title={t('similar.decide')}><DecisionForm key={otherId} materialId={card.row.id} otherId={otherId} onDecided={onDecided} /></Panel>
      </div>
    </div>
  );
}
