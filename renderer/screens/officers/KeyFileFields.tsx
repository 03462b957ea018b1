import { useController, useWatch } from 'react-hook-form';
import { RadioField } from '../../components/CheckField.tsx';
import { problemText } from '../../components/form/problems.ts';
import { useTexts } from '../../language/texts.ts';
import { MediumChooser } from '../common/MediumChooser.tsx';
import styles from './officers.module.css';

export const keyFileChoices = ['keep', 'new', 'none'] as const;

interface WithKeyFile { readonly keyFile: (typeof keyFileChoices)[number]; readonly keyFolder: string; readonly newFolder: string }

function Folder({ name, label, writing }: { readonly name: 'keyFolder' | 'newFolder'; readonly label: string; readonly writing: boolean }) {
  const { t } = useTexts();
  const { field, fieldState } = useController<WithKeyFile>({ name });
  const error = problemText(fieldState.error, t);
  return (
    <fieldset className={styles['keyFile']}>
      <legend>{label}</legend>
      <MediumChooser folder={field.value} onFolder={field.onChange} writing={writing} />
      {error !== undefined && <span className={styles['error']} role="alert">{error}</span>}
    </fieldset>
  );
}

/** What becomes of the key file with this change of passphrase. `has`: the account wants one today. */
export function KeyFileFields({ has }: { readonly has: boolean }) {
  const { t } = useTexts();
  const { field } = useController<WithKeyFile, 'keyFile'>({ name: 'keyFile' });
  const wish = useWatch<WithKeyFile, 'keyFile'>({ name: 'keyFile' });
  const choices = [
    { value: 'keep' as const, label: t(has ? 'session.keyFile.keepHas' : 'session.keyFile.keep') }, { value: 'new' as const, label: t(has ? 'session.keyFile.replace' : 'session.keyFile.new') },
    ...(has ? [{ value: 'none' as const, label: t('session.keyFile.none') }] : []),
  ];
  return (
    <>
      <RadioField name="keyFile" label={t('session.keyFile.title')} description={t('session.keyFile.what')} choices={choices} value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
      {has && <Folder name="keyFolder" label={t('session.keyFile.where')} writing={false} />}
      {wish === 'new' && <Folder name="newFolder" label={t('session.keyFile.target')} writing />}
    </>
  );
}
