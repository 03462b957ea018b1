import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Note } from '../components/notes.tsx';
import { Definitions } from '../components/layout.tsx';
import type { Status } from '../frame/session.ts';
import { showVaultPlace } from '../components/vaultPlace.ts';
import { useTexts } from '../language/texts.ts';
import { Gate } from './Gate.tsx';
import { HeaderFromPaper } from './HeaderFromPaper.tsx';
import styles from './Gate.module.css';

/** The vault cannot be opened as it lies: the facts, what still stands, what to do. */
export function TroubleScreen({ status, again, leave }: { readonly status: Status; readonly again: () => void; readonly leave: () => void }) {
  const { t, maybe } = useTexts();
  const { trouble } = status;
  const wayOut = trouble && maybe(`refusals.wayOut.vault.${trouble.code}`);
  const [fromPaper, setFromPaper] = useState(false);
  const headerGone = trouble !== null && trouble.place.startsWith('vault.') && (trouble.code === 'missing' || trouble.code === 'damaged');
  if (fromPaper) return <HeaderFromPaper version={status.version} again={again} leave={() => setFromPaper(false)} />;
  return (
    <Gate title={t('session.trouble.title')} version={status.version} demonstration={status.demonstration} wide>
      <Note tone="error"><strong>{(trouble && maybe(`refusals.codes.vault.${trouble.code}`, { place: showVaultPlace(trouble.place, t), stands: trouble.stands.join(', ') })) ?? trouble?.code ?? t('session.trouble.unknown')}</strong><span>{t('session.trouble.safe')}</span></Note>
      {trouble && <Definitions rows={[
        [t('session.trouble.place'), showVaultPlace(trouble.place, t)],
        [t('session.trouble.stands'), trouble.stands.map((each) => maybe(`session.stands.${each}`) ?? each).join('\n')],
        [t('session.trouble.code'), trouble.code],
      ]} />}
      {wayOut && <p><strong>{wayOut}</strong></p>}
      <p className={styles['muted']}>{t('session.trouble.todo')}</p>
      {headerGone && <Button tone="main" icon="print" onClick={() => setFromPaper(true)}>{t('session.paper.offer')}</Button>}
      <Button icon="refresh" onClick={again}>{t('components.again')}</Button>
      {status.demonstration && <Button tone="quiet" onClick={leave}>{t('session.demonstration.leave')}</Button>}
    </Gate>
  );
}
