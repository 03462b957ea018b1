import { StatusBadge } from '../../components/badges.tsx';
import { Panel } from '../../components/layout.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { showDateTime, showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';

/** Every act and every look at this material, newest first (Art. 11). */
export function JournalSection({ card }: { readonly card: Card }) {
  const { t, maybe } = useTexts();
  const rows = card.journal.toSorted((a, b) => b.seq - a.seq);
  return (
    <Panel title={t('card.journal.title')}>
      <SmallTable label={t('card.journal.title')} empty={t('card.journal.none')} ends={[0]}
        titles={['№', t('card.movement.at'), t('card.journal.officer'), t('card.journal.act'), t('card.journal.result')]}
        rows={rows.map((each) => ({
          key: String(each.seq),
          cells: [
            showNumber(each.seq), showDateTime(each.at), each.officer, maybe(`card.acts.${each.kind}`) ?? each.kind,
            each.result === 'done' ? t('card.journal.done') : <StatusBadge tone="bad">{t('card.journal.refused')}</StatusBadge>,
          ],
        }))} />
    </Panel>
  );
}
