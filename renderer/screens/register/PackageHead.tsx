import { Button } from '../../components/Button.tsx';
import { StatusBadge } from '../../components/badges.tsx';
import { Note } from '../../components/notes.tsx';
import type { Answer } from '#app/contract/index.ts';
import { go } from '../../frame/router.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { senderName } from './OpenPackages.tsx';
import { Reasons } from './Reasons.tsx';
import styles from './register.module.css';

export type PackageCard = Answer<'incoming.card'>;

/** The package whose documents are being registered, in one line; and why it may not be used, if it may not. */
export function PackageHead({ card }: { readonly card: PackageCard }) {
  const { t } = useTexts();
  return (
    <div className={styles['head']}>
      <div className={styles['headLine']}>
        <strong>{t('register.head.package', { number: card.number })}</strong>
        <span>{senderName(card.sender)}</span>
        {card.outerNumber !== '' && <span>{t('register.head.outer', { number: card.outerNumber })}</span>}
        <span>{showDateTime(card.receivedAt)}</span>
        <span>{card.channel}</span>
        <span>{t('register.head.seals', { state: t(`register.seals.${card.seals}`) })}</span>
        {card.admission === 'notAdmitted' && <StatusBadge tone="warn">{t('register.notAdmitted')}</StatusBadge>}
        <span className={styles['headEnd']}><Button tone="quiet" icon="incoming" onClick={() => go('register')}>{t('register.head.other')}</Button></span>
      </div>
      {card.materials.length > 0 && (
        <div className={styles['headLine']}>
          <span className={styles['dim']}>{t('register.head.materials')}</span>
          {card.materials.map(({ id, regNo }) => <Button key={id} tone="quiet" onClick={() => go('card', { materialId: id })}>{regNo}</Button>)}
        </div>
      )}
      {card.admission === 'notAdmitted' && (
        <Note tone="warn" actions={<Button icon="notice" onClick={() => go('notices')}>{t('register.toNotices')}</Button>}>
          <strong>{t('register.head.notAdmitted')}</strong>
          <Reasons codes={card.reasons} body={card.sender.kind === 'listed' ? card.sender.body : card.sender.nameAsWritten} date={card.receivedAt} />
        </Note>
      )}
    </div>
  );
}
