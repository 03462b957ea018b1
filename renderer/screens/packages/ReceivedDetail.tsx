import { Button } from '../../components/Button.tsx';
import { StatusBadge } from '../../components/badges.tsx';
import { Definitions } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { CardLink } from '../common/CardLink.tsx';
import common from '../common/common.module.css';
import { DetailPane } from '../common/DetailPane.tsx';
import { Reasons } from '../register/Reasons.tsx';

/** A package received: as it arrived, what was in it, and the receipt for its sender. */
export function ReceivedDetail({ packageId, nameOf, onClose }: { readonly packageId: string; readonly nameOf: (code: string) => string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: card, refusals, fault, again } = useQuestion(registry.incoming.card, { packageId }, ['materials']);
  return (
    <DetailPane label={t('packages.one')} title={card ? t('packages.oneNumber', { number: card.number }) : t('packages.one')} onClose={onClose}>
      <ErrorNote fault={fault} again={again} />
      <RefusalList refusals={refusals} />
      {card && (
        <>
          <Definitions rows={[
            [t('packages.columns.sender'), card.sender.kind === 'listed' ? nameOf(card.sender.body) : [card.sender.state, card.sender.nameAsWritten].filter(Boolean).join(' ')],
            [t('packages.columns.outerNumber'), card.outerNumber],
            [t('packages.columns.receivedAt'), showDateTime(card.receivedAt)],
            [t('packages.registeredAt'), `${showDateTime(card.registeredAt)} · ${card.officer}`],
            [t('packages.columns.channel'), [card.channel, card.courier].filter((each) => each !== '').join(', ')],
            [t('packages.seals'), [t(`register.seals.${card.seals}`), card.sealNumbers].filter((each) => each !== '').join(', ')],
            [t('packages.columns.admission'), <StatusBadge key="a" tone={card.admission === 'admitted' ? 'good' : 'warn'}>{t(`packages.admission.${card.admission}`)}</StatusBadge>],
            ...(card.reasons.length === 0 ? [] : [[t('packages.reasons'), <Reasons key="r" codes={card.reasons} body={card.sender.kind === 'listed' ? card.sender.body : card.sender.nameAsWritten} date={card.receivedAt} />] as const]),
            ...(card.sealedHash === null ? [] : [[t('release.sealed.hash'), <span key="h" className={common['mono']}>{card.sealedHash}</span>] as const]),
            ...(card.remarks === '' ? [] : [[t('packages.remarks'), card.remarks] as const]),
            [t('packages.contents'), card.materials.length === 0 ? t('packages.nothingRegistered') : (
              <span key="m" className={common['actions']}>{card.materials.map(({ id, regNo }) => <CardLink key={id} materialId={id}>{regNo}</CardLink>)}</span>
            )],
          ]} />
          <div className={common['actions']}>
            {officer.role === 'registrar' && card.sender.kind === 'listed' && <Button icon="incoming" onClick={() => go('register', { packageId })}>{t('packages.registerDocuments')}</Button>}
            {officer.role !== 'analyst' && <Button icon="print" onClick={() => go('print', { form: 'P3in', packageId })}>{t('packages.printReceipt')}</Button>}
          </div>
        </>
      )}
    </DetailPane>
  );
}
