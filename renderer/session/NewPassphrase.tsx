import { useWatch } from 'react-hook-form';
import { fieldIn } from '../components/form/makeForm.tsx';
import { SecretField } from '../components/TextField.tsx';
import { KeyboardHints } from './KeyboardHints.tsx';
import { Strength } from './Strength.tsx';
import { useKeyboardState } from './useKeyboardState.ts';
import { useStrength } from './useStrength.ts';
import styles from './Gate.module.css';

interface WithPassphrase { readonly passphrase: string; readonly repeated: string }
const Field = fieldIn<WithPassphrase>();

/** Values of a form with a new passphrase: what was typed twice is the same. For the form's schema. */
export const typedTwice = ({ passphrase, repeated }: WithPassphrase): boolean => passphrase === repeated;
/** Told at once, whatever else is wrong in the form. */
export const differs = { path: ['repeated'], error: 'differs', when: () => true };

/** A new passphrase and the same again, in any form that has `passphrase` and `repeated`; judged while it is typed. `login`, `name`: whose, as far as typed. */
export function NewPassphrase({ label, again, login, name }: { readonly label: string; readonly again: string; readonly login: string; readonly name: string }) {
  const keyboard = useKeyboardState();
  const passphrase = useWatch<WithPassphrase, 'passphrase'>({ name: 'passphrase' });
  const judged = useStrength(passphrase, login, name);
  return (
    <>
      <Field name="passphrase">{(field) => <SecretField {...field} label={label} onKeyDown={keyboard.watch} required />}</Field>
      <Field name="repeated">{(field) => <SecretField {...field} label={again} onKeyDown={keyboard.watch} required />}</Field>
      <div className={styles['judged']}>
        <Strength passphrase={passphrase} judged={judged} />
        <KeyboardHints caps={keyboard.caps} script={keyboard.script} />
      </div>
    </>
  );
}
