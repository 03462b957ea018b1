import { Definitions } from '../../components/layout.tsx';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';

/** The Centre's own requisites and the parameters of receipt (Art. 11). */
export function CentreFields({ card, named }: { readonly card: Card; readonly named: (code: string) => string }) {
  const { t } = useTexts();
  const { row } = card;
  const yesNo = (value: boolean) => t(value ? 'components.yes' : 'components.no');
  return (
    <Definitions rows={[
      [t('materials.column.regNo'), row.regNo],
      [t('materials.column.registeredAt'), `${showDateTime(row.registeredAt)} · ${card.officer}`],
      [t('materials.column.originator'), named(row.originator)],
      ...(row.product ? [] : [
        [t('card.centre.reference'), t('card.head.sender', { number: row.senderNumber, date: showDate(row.senderDate) })],
        [t('materials.column.basis'), t(`materials.basis.${row.basis}`)],
        [t('materials.column.receivedOn'), showDate(row.receivedOn)],
        [t('card.centre.package'), card.packageNumber],
        [t('card.centre.channel'), card.channel],
        [t('card.centre.courier'), card.courier],
        ...(card.higherReason === '' ? [] : [[t('card.centre.higherReason'), card.higherReason] as const]),
      ] as const),
      [t('materials.filter.personalData'), yesNo(row.personalData)],
      [t('materials.filter.admission'), t(`materials.admission.${row.admission}`)],
      [t('materials.column.summary'), row.summary],
    ]} />
  );
}
