import { useState } from 'react';
import { backup } from '#app/contract/backup.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Note } from '../../components/notes.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import styles from '../officers/officers.module.css';
import type { BackupStatus } from './BackupScreen.tsx';

const { Frame, Field } = makeForm(backup.schedule.input);

/** How old the last proven backup is, and when the next one is due. */
export function Age({ status }: { readonly status: BackupStatus }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const [setting, setSetting] = useState(false);
  const { days, due, everyDays, scheduled } = status;
  const every = t(scheduled ? 'backup.age.every' : 'backup.age.everyDefault', { count: everyDays });
  return (
    <Note tone={due ? 'warn' : 'info'} actions={officer.role === 'director' ? <Button onClick={() => setSetting(true)}>{t('backup.age.set')}</Button> : undefined}>
      <strong>{days === null ? t('backup.age.none') : days === 0 ? t('backup.age.today') : t('backup.age.days', { count: days })}</strong>
      <span>{every}</span>
      {setting && (
        <Dialog open onClose={() => setSetting(false)} title={t('backup.age.set')}>
          <Frame initial={{ everyDays }} label={t('backup.age.set')} save={t('backup.age.save')} send={registry.backup.schedule} onCancel={() => setSetting(false)}
            onDone={() => { toast(t('backup.age.saved')); setSetting(false); }}>
            <Field name="everyDays">{({ onChange, ...field }) => <NumberField {...field} onChange={(value) => onChange(value ?? 0)} min={1} max={366} label={t('backup.age.field')} required takesFocus />}</Field>
            <p className={styles['dim']}>{t('backup.age.rules')}</p>
          </Frame>
        </Dialog>
      )}
    </Note>
  );
}
