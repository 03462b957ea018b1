import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Answer } from '#app/contract/index.ts';
import { vault } from '#app/contract/session.ts';
import { Button } from '../components/Button.tsx';
import { makeForm } from '../components/form/makeForm.tsx';
import { ErrorNote } from '../components/notes.tsx';
import { RefusalList } from '../components/RefusalList.tsx';
import { TextField } from '../components/TextField.tsx';
import { registry } from '../contract/client.ts';
import { useCommand } from '../contract/hooks.ts';
import { useTexts } from '../language/texts.ts';
import { Appointment, noAppointment } from './Appointment.tsx';
import { Gate } from './Gate.tsx';
import { differs, NewPassphrase, typedTwice } from './NewPassphrase.tsx';
import { RestoreScreen } from './RestoreScreen.tsx';
import styles from './Gate.module.css';

const { Frame, Field, useValues } = makeForm(z.strictObject({ ...vault.create.input.omit({ language: true }).shape, repeated: z.string() }).refine(typedTwice, differs));
const initial = { name: '', login: '', passphrase: '', repeated: '', ...noAppointment };

/** The first screen: sets up a vault with its director's account, or opens the demonstration vault. */
export function FirstRunScreen({ version, onCreated, onDemonstration }: {
  readonly version: string; readonly onCreated: () => void; readonly onDemonstration: (made: Answer<'vault.openDemonstration'>) => void;
}) {
  const { t, language } = useTexts();
  const demonstrate = useCommand(registry.vault.openDemonstration);
  const [restoring, setRestoring] = useState(false);
  const openDemonstration = async () => {
    const made = await demonstrate.run({});
    if (made) onDemonstration(made);
    // Main has chosen the demonstration's folder already: a vault must not be set up there.
    else await registry.vault.leaveDemonstration({}).catch(() => undefined);
  };
  if (restoring) return <RestoreScreen version={version} onRestored={onCreated} leave={() => setRestoring(false)} />;
  return (
    <Gate title={t('session.first.title')} version={version} wide>
      <p className={styles['muted']}>{t('session.first.what')}</p>
      <Frame initial={initial} label={t('session.first.title')} save={t('session.first.create')} onDone={onCreated}
        send={({ login, name, passphrase, order, clearance }) => registry.vault.create({ login, name, passphrase, language, order, clearance })}
        fieldOf={{ 'session.weakPassphrase': 'passphrase', 'clearance.expired': 'clearance.to', 'date.inFuture': 'order.date' }}>
        <div className={styles['two']}>
          <Field name="name">{(field) => <TextField {...field} label={t('session.first.name')} description={t('session.first.nameHint')} required takesFocus maxLength={120} />}</Field>
          <Field name="login">{(field) => <TextField {...field} label={t('session.login')} description={t('session.first.loginHint')} required maxLength={40} />}</Field>
          <Passphrase />
        </div>
        <p className={styles['muted']}>{t('session.first.appointment')}</p>
        <div className={styles['two']}><Appointment /></div>
        <p className={styles['muted']}>{t('session.first.noWayBack')}</p>
      </Frame>
      <hr className={styles['divider']} />
      <div className={styles['row']}>
        <p className={styles['muted']}>{t('backup.restore.from')}</p>
        <Button icon="shield" onClick={() => setRestoring(true)}>{t('backup.restore.begin')}</Button>
      </div>
      <div className={styles['row']}>
        <p className={styles['muted']}>{t('session.demonstration.what')}</p>
        <Button icon="folder" busy={demonstrate.running} onClick={() => void openDemonstration()}>
          {t('session.demonstration.open')}
        </Button>
      </div>
      <RefusalList refusals={demonstrate.refusals} />
      <ErrorNote fault={demonstrate.fault} />
    </Gate>
  );
}

function Passphrase() {
  const { t } = useTexts();
  const { control } = useValues();
  const [login, name] = useWatch({ control, name: ['login', 'name'] });
  return <NewPassphrase label={t('session.passphrase')} again={t('session.first.repeat')} login={login} name={name} />;
}
