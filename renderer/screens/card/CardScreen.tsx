import { Empty, ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { useTexts } from '../../language/texts.ts';
import type { ScreenProps } from '../index.ts';
import { CardBody } from './CardBody.tsx';

const changedBy = ['links', 'restrictions', 'consents', 'notices', 'incidents', 'outgoing', 'release'];

/** One material: what was received beside what the Centre has made of it, and everything that has happened with it. */
export default function CardScreen({ params }: ScreenProps) {
  const { t } = useTexts();
  const { materialId } = params;
  const { value, refusals, fault, asking, again } = useQuestion(registry.materials.card, materialId === undefined ? undefined : { materialId }, changedBy);
  useScreenGrif(value?.row.degree);
  if (materialId === undefined) return <Empty icon="card">{t('card.none')}</Empty>;
  if (value) return <CardBody key={materialId} card={value} />;
  return (
    <>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      {asking && <Empty icon="card">{t('components.grid.loading')}</Empty>}
    </>
  );
}
