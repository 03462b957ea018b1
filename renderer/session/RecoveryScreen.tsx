import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Answer } from '#app/contract/index.ts';
import { Button } from '../components/Button.tsx';
import { Choice } from '../components/Choice.tsx';
import { ErrorNote, Note } from '../components/notes.tsx';
import { RefusalList } from '../components/RefusalList.tsx';
import { TextField } from '../components/TextField.tsx';
import { registry } from '../contract/client.ts';
import { useQuestion } from '../contract/hooks.ts';
import { useTexts } from '../language/texts.ts';
import { noSecond, SecondPerson, secondFields, type Seconds } from '../screens/common/SecondPerson.tsx';
import { Appointment, noAppointment } from './Appointment.tsx';
import { Gate } from './Gate.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { emptySheet, recoveryForm } from './recovery-form.ts';
import { SheetFields } from './SheetFields.tsx';
import styles from './Gate.module.css';

const { Frame, Field, useValues } = recoveryForm;
const nothing = {};
type Opened = Answer<'recovery.open'>;

/** When the director cannot open the door any more: the share holders' sheets, a second person, and the director's new account (Art. 10, 12). */
export function RecoveryScreen({ version, accounts, onOpened, leave }: { readonly version: string; readonly accounts: Seconds; readonly onOpened: () => void; readonly leave: () => void }) {
  const { t } = useTexts();
  const { value: look, refusals, fault } = useQuestion(registry.recovery.look, nothing);
  const [opened, setOpened] = useState<Opened | undefined>();
  const arranged = look?.arranged ?? null;
  return (
    <Gate title={t('recovery.open.title')} version={version} wide>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} />
      {opened && (
        <>
          <Note tone="info"><strong>{t('recovery.open.done', { login: opened.officer.login })}</strong> <span>{t('recovery.open.doneWhat', { holders: opened.holders.join(', ') })}</span></Note>
          <div><Button tone="main" takesFocus onClick={onOpened}>{t('recovery.open.unlock')}</Button></div>
        </>
      )}
      {!opened && look && arranged === null && <Note tone="warn">{t('recovery.open.none')}</Note>}
      {!opened && arranged && (
        <>
          <p className={styles['muted']}>{t('recovery.open.what')}</p>
          <p className={styles['text']}>{t('recovery.open.need', { threshold: arranged.threshold, of: arranged.of, id: arranged.id })}</p>
          <Frame label={t('recovery.open.title')} save={t('recovery.open.save')} onDone={setOpened} onCancel={leave}
            initial={{
              sheets: Array.from({ length: arranged.threshold }, emptySheet), replaces: '', login: '', name: '', passphrase: '', repeated: '', ...noAppointment, second: noSecond, reason: '',
            }}
            fieldOf={{ ...secondFields, 'officer.loginTaken': 'login', 'session.weakPassphrase': 'passphrase', 'recovery.notDirector': 'replaces', 'clearance.expired': 'clearance.to', 'date.inFuture': 'order.date' }}
            send={({ sheets, replaces, login, name, passphrase, order, clearance, second, reason }) => registry.recovery.open({ sheets, replaces, login, name, passphrase, order, clearance, second, reason })}>
            <SheetFields most={arranged.of} />
            <Account logins={accounts.logins} />
            <Present accounts={accounts} />
            <Field name="reason">{(field) => <TextField {...field} label={t('recovery.open.reason')} required maxLength={400} />}</Field>
          </Frame>
        </>
      )}
      {!opened && !arranged && <div><Button tone="quiet" onClick={leave}>{t('components.cancel')}</Button></div>}
    </Gate>
  );
}

function Account({ logins }: { readonly logins: readonly string[] }) {
  const { t } = useTexts();
  const { control } = useValues();
  const [login, name] = useWatch({ control, name: ['login', 'name'] });
  return (
    <fieldset className={styles['group']}>
      <legend>{t('recovery.open.account')}</legend>
      <div className={styles['two']}>
        <Field name="replaces">{({ value, onChange, ...field }) => (
          <Choice {...field} label={t('recovery.open.replaces')} required choices={logins.map((each) => ({ value: each, label: each }))} value={value === '' ? null : value} onChange={(next) => onChange(next ?? '')} />
        )}</Field>
        <Field name="name">{(field) => <TextField {...field} label={t('recovery.open.name')} required maxLength={120} />}</Field>
        <Field name="login">{(field) => <TextField {...field} label={t('recovery.open.login')} required maxLength={40} />}</Field>
        <NewPassphrase label={t('recovery.open.passphrase')} again={t('recovery.open.repeat')} login={login} name={name} />
        <Appointment />
      </div>
    </fieldset>
  );
}

/** A second officer of the vault, or nobody but the share holders. */
function Present({ accounts: { logins, keyFileLogins } }: { readonly accounts: Seconds }) {
  const { t } = useTexts();
  const { control, setValue } = useValues();
  const [second, replaces] = useWatch({ control, name: ['second', 'replaces'] });
  const who = [{ value: 'second', label: t('recovery.open.witness') }, { value: 'alone', label: t('recovery.open.alone') }];
  return (
    <>
      <Choice label={t('recovery.open.who')} required choices={who} value={second === null ? 'alone' : 'second'} onChange={(next) => setValue('second', next === 'alone' ? null : noSecond)} />
      {second !== null && <SecondPerson of={{ logins: logins.filter((each) => each !== replaces), keyFileLogins }} />}
    </>
  );
}
