import { Panel, Timeline } from '../../components/layout.tsx';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { AsReceived } from './AsReceived.tsx';
import { Attachments } from './Attachments.tsx';
import type { Card } from './CardBody.tsx';
import { Carriers } from './Carriers.tsx';
import { CentreFields } from './CentreFields.tsx';
import { Rectifications } from './Corrections.tsx';
import { EvaluationWords } from './EvaluationWords.tsx';
import { GrifHistory } from './GrifHistory.tsx';
import styles from './card.module.css';

/** What came, kept to the byte, on the left; what the Centre has registered about it on the right. */
export function ContentSection({ card, named }: { readonly card: Card; readonly named: (code: string) => string }) {
  const { t } = useTexts();
  return (
    <div className={styles['beside']}>
      <div className={styles['column']}>
        <AsReceived card={card} />
        {card.withheld.length === 0 && <Panel title={t('card.attachments.title')}><Attachments card={card} /></Panel>}
        <Panel title={t('card.carriers.title')}><Carriers card={card} /></Panel>
        <Rectifications card={card} />
        {card.annotations.length > 0 && (
          <Panel title={t('card.annotate.list')}>
            <Timeline items={card.annotations.map((each) => ({ key: `${each.at} ${each.text}`, when: `${showDateTime(each.at)} · ${each.officer}`, title: each.text }))} />
          </Panel>
        )}
      </div>
      <div className={styles['column']}>
        <Panel title={t('card.evaluation.title')}><EvaluationWords card={card} /></Panel>
        <Panel title={t('card.grif.title')}><GrifHistory card={card} /></Panel>
        <Panel title={t('card.centre.title')}><CentreFields card={card} named={named} /></Panel>
      </div>
    </div>
  );
}
