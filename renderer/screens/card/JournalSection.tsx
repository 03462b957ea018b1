import { StatusBadge } from '../../components/badges.tsx';
import { Panel } from '../../components/layout.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { showDateTime, showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';

/** Every act and every look at this material, newest first (Art. 11). */
export function JournalSection({ card }: { readonly card: Card }) {
  const { t, maybe } = useTexts();
  const rows = card.journal;
  const numbered = rows.some(({ seq }) => seq !== null);
  return (
    <Panel title={t('card.journal.title')}>
      <SmallTable label={t('card.journal.title')} empty={t('card.journal.none')} ends={numbered ? [0] : []}
        titles={[...(numbered ? ['№'] : []), t('card.movement.at'), t('card.journal.officer'), t('card.journal.act'), t('card.journal.result')]}
        rows={rows.map((each, at) => ({
          key: String(at),
          cells: [
            ...(numbered ? [each.seq === null ? '' : showNumber(each.seq)] : []), showDateTime(each.at), each.officer, maybe(`card.acts.${each.kind}`) ?? each.kind,
            each.result === 'done' ? t('card.journal.done') : <StatusBadge tone="bad">{t('card.journal.refused')}</StatusBadge>,
          ],
        }))} />
    </Panel>
  );
}
