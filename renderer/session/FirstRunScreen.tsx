import { useState, type SyntheticEvent } from 'react';
import { Button } from '../components/Button.tsx';
import { ErrorNote } from '../components/notes.tsx';
import { RefusalList } from '../components/RefusalList.tsx';
import { SecretField, TextField } from '../components/TextField.tsx';
import { registry } from '../contract/client.ts';
import { useCommand } from '../contract/hooks.ts';
import type { Answer } from '#app/contract/index.ts';
import { useTexts } from '../language/texts.ts';
import { Appointment, isAppointed, noAppointment } from './Appointment.tsx';
import { Gate } from './Gate.tsx';
import { RestoreScreen } from './RestoreScreen.tsx';
import { KeyboardHints } from './KeyboardHints.tsx';
import { Strength } from './Strength.tsx';
import { useStrength } from './useStrength.ts';
import { useKeyboardState } from './useKeyboardState.ts';
import styles from './Gate.module.css';

/** The first screen: sets up a vault with its director's account, or opens the demonstration vault. */
export function FirstRunScreen({ version, onCreated, onDemonstration }: {
  readonly version: string; readonly onCreated: () => void; readonly onDemonstration: (made: Answer<'vault.openDemonstration'>) => void;
}) {
  const { t, language } = useTexts();
  const create = useCommand(registry.vault.create);
  const demonstrate = useCommand(registry.vault.openDemonstration);
  const [restoring, setRestoring] = useState(false);
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [appointment, setAppointment] = useState(noAppointment);
  const keyboard = useKeyboardState();
  const judged = useStrength(passphrase, login, name);
  const differs = repeated !== '' && repeated !== passphrase;
  const ready = login !== '' && name.trim() !== '' && isAppointed(appointment) && passphrase !== '' && repeated === passphrase && judged?.strength !== 'weak';

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    const made = await create.run({ login, name, passphrase, language, ...appointment });
    if (!made) return;
    setPassphrase('');
    setRepeated('');
    onCreated();
  };
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
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        <div className={styles['two']}>
          <TextField label={t('session.first.name')} description={t('session.first.nameHint')} value={name} onChange={setName} takesFocus required />
          <TextField label={t('session.login')} description={t('session.first.loginHint')} value={login} onChange={setLogin} required />
          <SecretField label={t('session.passphrase')} value={passphrase} onChange={setPassphrase} onKeyDown={keyboard.watch} required />
          <SecretField label={t('session.first.repeat')} value={repeated} onChange={setRepeated} onKeyDown={keyboard.watch} required
            error={differs ? t('session.first.differs') : undefined} />
        </div>
        <KeyboardHints caps={keyboard.caps} script={keyboard.script} />
        <Strength passphrase={passphrase} judged={judged} />
        <Appointment value={appointment} onChange={setAppointment} />
        <p className={styles['muted']}>{t('session.first.noWayBack')}</p>
        <RefusalList refusals={create.refusals} />
        <ErrorNote fault={create.fault} />
        <Button type="submit" tone="main" busy={create.running} disabled={!ready}>{t('session.first.create')}</Button>
      </form>
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
