import { useController } from 'react-hook-form';
import { problemText } from '../../components/form/problems.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './common.module.css';
import { MediumChooser } from './MediumChooser.tsx';

interface PlaceProps {
  readonly folder: string;
  readonly onFolder: (folder: string) => void;
  /** Path of the field in its form. */
  readonly name?: string;
  readonly error?: string | undefined;
  /** Whose key file, where more than one person types a passphrase. */
  readonly title?: string;
}

/** Where the key file lies that an account wants besides its passphrase; empty for any removable medium. Everywhere a passphrase is asked for. */
export function KeyFilePlace({ folder, onFolder, name, error, title }: PlaceProps) {
  const { t } = useTexts();
  return (
    <fieldset className={styles['keyFile']}>
      <legend>{title ?? t('session.keyFile.title')}</legend>
      <p className={styles['muted']}>{t('session.keyFile.wanted')}</p>
      <MediumChooser folder={folder} onFolder={onFolder} writing={false} {...(name === undefined ? {} : { name })} error={error} />
    </fieldset>
  );
}

/** The same inside a form: null stands for any removable medium, as in the contract. */
export function KeyFileField({ name, title }: { readonly name: string; readonly title?: string }) {
  const { t } = useTexts();
  const { field, fieldState } = useController<Record<string, string | null>>({ name });
  return <KeyFilePlace folder={field.value ?? ''} onFolder={(folder) => field.onChange(folder === '' ? null : folder)} name={name} error={problemText(fieldState.error, t)} {...(title === undefined ? {} : { title })} />;
}
