import { StatusBadge } from '../../components/badges.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';

/** Written consents that name this material; one that has run out or was revoked stays on record. */
export function Consents({ card, named }: { readonly card: Card; readonly named: (code: string) => string }) {
  const { t } = useTexts();
  const today = useSession().status.now.slice(0, 10);
  const { value, refusals, fault, again } = useQuestion(registry.consents.list, card.consents.length > 0 ? { materialId: card.row.id } : undefined, ['materials']);
  return (
    <>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      <SmallTable label={t('card.rights.consents')} empty={card.consents.length > 0 ? t('components.grid.loading') : t('card.rights.noConsents')}
        titles={[t('card.rights.document'), t('card.rights.grantor'), t('card.rights.addressees'), t('card.rights.purpose'), t('card.rights.validity'), t('materials.column.status')]}
        rows={(value ?? []).map((each) => ({
          key: each.id,
          cells: [
            t('card.rights.letter', { number: each.number, date: showDate(each.date) }), named(each.grantor), each.scope.codes.map(named).join(', '), each.purpose,
            [each.validFrom && t('card.rights.fromDate', { date: showDate(each.validFrom) }), each.validTo && t('card.rights.toDate', { date: showDate(each.validTo) })].filter(Boolean).join(' ') || t('card.rights.endless'),
            each.revokedAt !== null ? <StatusBadge tone="bad">{t('card.rights.revoked', { date: showDate(each.revokedAt) })}</StatusBadge>
              : each.validTo !== null && each.validTo < today ? <StatusBadge tone="warn">{t('card.rights.expired')}</StatusBadge>
                : <StatusBadge tone="good">{t('card.rights.inForce')}</StatusBadge>,
          ],
        }))} />
    </>
  );
}
