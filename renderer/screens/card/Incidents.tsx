import { SmallTable } from '../../components/SmallTable.tsx';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';
import type { Breach } from './useBreaches.ts';

export function Incidents({ card, breaches }: { readonly card: Card; readonly breaches: readonly Breach[] }) {
  const { t, maybe } = useTexts();
  return (
    <SmallTable label={t('card.movement.incidents')} empty={card.incidents.length > 0 ? t('components.grid.loading') : t('card.movement.noIncidents')}
      titles={[t('card.movement.number'), t('card.movement.kind'), t('card.movement.discovered'), t('card.movement.facts'), t('materials.column.status')]}
      rows={breaches.map((each) => ({
        key: each.id,
        cells: [each.number, t(`card.movement.incidentKinds.${each.kind}`), showDateTime(each.discoveredAt), each.facts, maybe(`card.movement.incidentStatus.${each.status}`) ?? each.status],
      }))} />
  );
}
