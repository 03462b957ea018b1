import { SmallTable } from '../../components/SmallTable.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';

const nothing = {};

export function Incidents({ card }: { readonly card: Card }) {
  const { t, maybe } = useTexts();
  const { value } = useQuestion(registry.incidents.list, card.incidents.length > 0 ? nothing : undefined);
  const rows = (value ?? []).filter((each) => card.incidents.includes(each.id));
  return (
    <SmallTable label={t('card.movement.incidents')} empty={card.incidents.length > 0 ? t('components.grid.loading') : t('card.movement.noIncidents')}
      titles={[t('card.movement.number'), t('card.movement.kind'), t('card.movement.discovered'), t('card.movement.facts'), t('materials.column.status')]}
      rows={rows.map((each) => ({
        key: each.id,
        cells: [each.number, t(`card.movement.incidentKinds.${each.kind}`), showDateTime(each.discoveredAt), each.facts, maybe(`card.movement.incidentStatus.${each.status}`) ?? each.status],
      }))} />
  );
}
