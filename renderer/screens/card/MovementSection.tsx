import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { go } from '../../frame/router.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';
import { Incidents } from './Incidents.tsx';
import type { Breach } from './useBreaches.ts';
import styles from './card.module.css';

/** Who received the material, who was told, and what has happened to it (Art. 7, 8, 14). */
export function MovementSection({ card, breaches, named }: { readonly card: Card; readonly breaches: readonly Breach[]; readonly named: (code: string) => string }) {
  const { t, maybe } = useTexts();
  return (
    <div className={styles['stack']}>
      <Panel title={t('card.movement.transfers')}>
        <SmallTable label={t('card.movement.transfers')} empty={t('card.movement.noTransfers')} ends={[3, 5]}
          titles={[t('card.movement.at'), t('card.movement.recipient'), t('card.centre.package'), t('card.carriers.copy'), t('card.rights.purpose'), t('card.rights.consents')]}
          rows={card.transfers.map((each) => ({
            key: `${each.packageNumber} ${each.recipient}`,
            cells: [showDateTime(each.at), named(each.recipient), each.packageNumber, each.copyNo, each.confirmed.length === 0 ? each.purpose : t('card.movement.confirmed', { purpose: each.purpose }), each.consents.length],
          }))} />
      </Panel>
      <Panel title={t('card.movement.notices')} actions={card.notices.length > 0 ? <Button onClick={() => go('notices')}>{t('card.movement.toNotices')}</Button> : undefined}>
        <SmallTable label={t('card.movement.notices')} empty={t('card.movement.noNotices')}
          titles={[t('card.movement.kind'), t('card.movement.addressee'), t('card.movement.number'), t('materials.column.status'), t('card.movement.at')]}
          rows={card.notices.map((each) => ({
            key: each.id,
            cells: [
              maybe(`card.movement.kinds.${each.kind}`) ?? each.kind, named(each.addressee), each.number ?? '—',
              maybe(`card.movement.status.${each.status}`) ?? each.status, showDateTime(each.at),
            ],
          }))} />
      </Panel>
      <Panel title={t('card.movement.incidents')}><Incidents card={card} breaches={breaches} /></Panel>
    </div>
  );
}
