import { useController } from 'react-hook-form';
import type { Input } from '#app/contract/index.ts';
import { Choice } from '../../components/Choice.tsx';
import { problemText } from '../../components/form/problems.ts';
import { SecretField, TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useTexts } from '../../language/texts.ts';
import { KeyFileField } from './KeyFilePlace.tsx';
import styles from './SecondPerson.module.css';

interface WithSecond { readonly second: { readonly login: string; readonly passphrase: string; readonly keyFolder: string | null } }

/** What stands in a form before the second person has typed. */
export const noSecond: WithSecond['second'] = { login: '', passphrase: '', keyFolder: null };

/** Where a refusal about the second person is shown: spread into the form's `fieldOf`. Of their key file main says so itself. */
export const secondFields = {
  'second.required': 'second.login', 'second.samePerson': 'second.login', 'second.notEntitled': 'second.login', 'second.wrongPassphrase': 'second.passphrase',
} as const;

/** Who may be chosen where the vault is not the one that the session knows, and whose accounts want a key file. */
export interface Seconds {
  readonly logins: readonly string[];
  readonly keyFileLogins: readonly string[];
}

const nothing: Input<'session.status'> = {};

/** The second officer of a command of two persons, inside any form whose values have `second`. */
export function SecondPerson({ of }: { readonly of?: Seconds }) {
  const { t } = useTexts();
  const { value: status } = useQuestion(registry.session.status, nothing);
  const login = useController<WithSecond, 'second.login'>({ name: 'second.login' });
  const passphrase = useController<WithSecond, 'second.passphrase'>({ name: 'second.passphrase' });
  const own = status?.officer?.login;
  const { logins, keyFileLogins } = of ?? status ?? { logins: [], keyFileLogins: [] };
  const choices = logins.filter((each) => each !== own).map((each) => ({ value: each, label: each }));
  const who = { name: 'second.login', label: t('components.second.login'), required: true, onBlur: login.field.onBlur, error: problemText(login.fieldState.error, t) };
  return (
    <fieldset className={styles['second']}>
      <legend>{t('components.second.title')}</legend>
      <p className={styles['what']}>{t('components.second.what')}</p>
      <div className={styles['fields']}>
        {choices.length > 0
          ? <Choice {...who} choices={choices} value={login.field.value === '' ? null : login.field.value} onChange={(next) => login.field.onChange(next ?? '')} />
          : <TextField {...who} value={login.field.value} onChange={login.field.onChange} />}
        <SecretField name="second.passphrase" label={t('components.second.passphrase')} required value={passphrase.field.value} onChange={passphrase.field.onChange}
          onBlur={passphrase.field.onBlur} error={problemText(passphrase.fieldState.error, t)} />
      </div>
      {keyFileLogins.includes(login.field.value) && <KeyFileField name="second.keyFolder" title={t('session.keyFile.titleOf', { login: login.field.value })} />}
    </fieldset>
  );
}
