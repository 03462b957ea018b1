import { useController, useWatch } from 'react-hook-form';
import { RadioField } from '../../components/CheckField.tsx';
import { problemText } from '../../components/form/problems.ts';
import { useTexts } from '../../language/texts.ts';
import { KeyFileField } from '../common/KeyFilePlace.tsx';
import { MediumChooser } from '../common/MediumChooser.tsx';
import styles from './officers.module.css';

export const keyFileChoices = ['keep', 'new', 'none'] as const;

interface WithKeyFile { readonly keyFile: (typeof keyFileChoices)[number]; readonly keyFolder: string | null; readonly newFolder: string }

/** Where a new key file is written to. */
function Target() {
  const { t } = useTexts();
  const { field, fieldState } = useController<WithKeyFile, 'newFolder'>({ name: 'newFolder' });
  return (
    <fieldset className={styles['keyFile']}>
      <legend>{t('session.keyFile.target')}</legend>
      <MediumChooser folder={field.value} onFolder={field.onChange} writing name="newFolder" error={problemText(fieldState.error, t)} />
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
      {has && <KeyFileField name="keyFolder" title={t('session.keyFile.where')} />}
      {wish === 'new' && <Target />}
    </>
  );
}
