import { useState } from 'react';
import { refuse, type Refusal, type RefusalCode } from '#app/contract/refusals.ts';
import { Button } from '../../components/Button.tsx';
import { Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { AdmitDialog } from './AdmitDialog.tsx';
import type { Card } from './CardBody.tsx';
import type { Breach } from './useBreaches.ts';
import styles from './card.module.css';

/** Why a material was not admitted, in the words and with the article of the refusal that said so (R3.3). */
const reasonsOf = ({ row, reasons }: Card): readonly Refusal[] =>
  reasons.map((code) => refuse(code as RefusalCode, { body: row.originator, state: row.originator.slice(0, 2), date: row.receivedOn, status: '' }));

/** What forbids to use or move this material stands above everything else on its card. */
export function Banners({ card, breaches }: { readonly card: Card; readonly breaches: readonly Breach[] }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const [admitting, setAdmitting] = useState(false);
  const { row } = card;
  const numbers = breaches.map((each) => each.number);
  if (row.admission === 'admitted' && !row.frozen) return null;
  return (
    <div className={styles['banners']}>
      {row.admission === 'notAdmitted' && (
        <>
          <Note tone="error" {...(officer.role === 'director' ? { actions: <Button onClick={() => setAdmitting(true)}>{t('card.admit.button')}</Button> } : {})}>
            <strong>{t('card.banner.notAdmitted')}</strong>
          </Note>
          <RefusalList refusals={reasonsOf(card)} />
        </>
      )}
      {admitting && <AdmitDialog row={row} onClose={() => setAdmitting(false)} />}
      {row.frozen && (
        <>
          <Note tone="error" actions={<Button icon="breach" onClick={() => go('breach')}>{t('card.banner.toBreach')}</Button>}>
            <strong>{t('card.banner.frozen')}</strong>
            {numbers.length > 0 && <span>{t('card.banner.incidents', { numbers: numbers.join(', ') })}</span>}
          </Note>
          <RefusalList refusals={[refuse('material.frozen', { number: row.regNo })]} />
        </>
      )}
    </div>
  );
}
