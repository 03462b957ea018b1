import { useState } from 'react';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty } from '../../components/notes.tsx';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import styles from '../officers/officers.module.css';
import type { BackupStatus } from './BackupScreen.tsx';
import { CheckMediumDialog, RegisterMediumDrawer, WithdrawMediumDialog } from './MediumForms.tsx';

export type Medium = BackupStatus['media'][number];
type Doing = { readonly what: 'check' | 'withdraw'; readonly medium: Medium };

/** Media for backups are carriers: numbered, kept somewhere, checked for presence (Art. 10, 12). */
export function Media({ status, folder }: { readonly status: BackupStatus; readonly folder: string }) {
  const { t } = useTexts();
  const [registering, setRegistering] = useState(false);
  const [doing, setDoing] = useState<Doing | undefined>();
  const register = () => setRegistering(true);
  const close = () => setDoing(undefined);
  useShortcut('new', register);
  return (
    <Panel title={t('backup.media.title')} bare actions={<Button icon="add" shortcut="new" onClick={register}>{t('backup.media.register')}</Button>}>
      {status.media.length === 0 ? <Empty icon="folder">{t('backup.media.none')}</Empty> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keyboard where it is wider than its place
        <section className={styles['scroll']} tabIndex={0} aria-label={t('backup.media.title')}>
          <table className={styles['table']} aria-label={t('backup.media.title')}>
            <thead><tr>{(['number', 'place', 'degree', 'checked', 'act'] as const).map((each) => <th key={each} scope="col">{t(`backup.media.${each}`)}</th>)}</tr></thead>
            <tbody>
              {status.media.map((medium) => (
                <tr key={medium.id} data-closed={medium.withdrawn !== null || undefined}>
                  <td>{medium.number}{medium.description === '' ? '' : ` · ${medium.description}`}{status.plugged.some((one) => one.medium === medium.id) && <> <StatusBadge tone="good">{t('backup.media.plugged')}</StatusBadge></>}</td>
                  <td>{medium.place}</td>
                  <td>{medium.degree === null ? t('backup.media.unused') : t(`backup.media.${medium.degree}`)}</td>
                  <td>{medium.withdrawn === null ? <>{medium.checkedAt === null ? t('backup.media.never') : showDate(medium.checkedAt)}{!medium.present && <> <StatusBadge tone="bad">{t('backup.media.absent')}</StatusBadge></>}</> : medium.withdrawn}</td>
                  <td>{medium.withdrawn === null && (
                    <>
                      <Button tone="quiet" label={t('backup.media.checkOf', { number: medium.number })} onClick={() => setDoing({ what: 'check', medium })}>{t('backup.media.check')}</Button>
                      <Button tone="quiet" label={t('backup.media.withdrawOf', { number: medium.number })} onClick={() => setDoing({ what: 'withdraw', medium })}>{t('backup.media.withdraw')}</Button>
                    </>
                  )}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <RegisterMediumDrawer key={String(registering)} open={registering} folder={folder} onClose={() => setRegistering(false)} />
      {doing?.what === 'check' && <CheckMediumDialog medium={doing.medium} onClose={close} />}
      {doing?.what === 'withdraw' && <WithdrawMediumDialog medium={doing.medium} onClose={close} />}
    </Panel>
  );
}
