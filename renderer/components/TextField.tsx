import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useEffect, useId, type FocusEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTexts } from '../language/texts.ts';
import styles from './fields.module.css';

/** What every field takes. `error` is words, already in the officer's language. */
export interface FieldProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  /** The field in which typing begins when the screen or layer opens. */
  readonly takesFocus?: boolean;
  readonly name?: string;
  readonly onBlur?: (event: FocusEvent) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly maxLength?: number;
  /** Language of what is typed, for spelling and for the screen reader. */
  readonly lang?: string;
  /** Words in use, offered while typing; anything else may be typed as well. */
  readonly suggestions?: readonly string[];
}

/** Props of the kit's input from ours; what is not given is left out, not set to undefined. */
export function useKitProps({ label, description, error, required, disabled, readOnly, placeholder, takesFocus = false, name, onBlur, onKeyDown }: FieldProps) {
  const id = useId();
  useEffect(() => { if (takesFocus) document.getElementById(id)?.focus(); }, [id, takesFocus]);
  return {
    id,
    label, description, error: error ?? null, withAsterisk: required ?? false, 'aria-required': required ?? false,
    disabled: disabled ?? false, readOnly: readOnly ?? false,
    // Inside a layer the kit moves the focus itself, to the field that bears this mark.
    ...(takesFocus ? { 'data-autofocus': true } : {}),
    ...(placeholder === undefined ? {} : { placeholder }), ...(name === undefined ? {} : { name }),
    ...(onBlur ? { onBlur } : {}), ...(onKeyDown ? { onKeyDown } : {}),
  };
}

export function TextField({ value, onChange, inputRef, maxLength, lang, suggestions = [], ...field }: TextFieldProps) {
  const list = useId();
  return (
    <>
      <TextInput {...useKitProps(field)} {...(inputRef ? { ref: inputRef } : {})} value={value} onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off" spellCheck={false} {...(maxLength ? { maxLength } : {})} {...(lang ? { lang } : {})} {...(suggestions.length > 0 ? { list } : {})} />
      {suggestions.length > 0 && <datalist id={list}>{suggestions.map((each) => <option key={each} value={each}>{each}</option>)}</datalist>}
    </>
  );
}

/** A passphrase: shown only while its eye is pressed on, never kept by the browser. */
export function SecretField({ value, onChange, inputRef, ...field }: TextFieldProps) {
  const { t } = useTexts();
  return (
    // The kit marks a wrong passphrase by colour alone; the form looks for the first field that says it is wrong.
    <PasswordInput {...useKitProps(field)} {...(field.error ? { 'aria-invalid': true } : {})} {...(inputRef ? { ref: inputRef } : {})} value={value} onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off" spellCheck={false} visibilityToggleButtonProps={{ 'aria-label': t('components.reveal') }} />
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly lang?: string;
  /** Typed as on paper: a fixed-width face for codes and tables as received. */
  readonly verbatim?: boolean;
}

/**
 * Long text, up to ten million characters. It does not grow by itself: measuring a text of that size at each
 * key would stop the keyboard. Enter makes a new line here; Ctrl+Enter saves.
 */
export function TextArea({ value, onChange, rows = 6, lang, verbatim = false, ...field }: TextAreaProps) {
  return (
    <Textarea {...useKitProps(field)} value={value} onChange={(event) => onChange(event.currentTarget.value)} rows={rows} resize="vertical"
      autoComplete="off" spellCheck={false} {...(lang ? { lang } : {})} {...(verbatim ? { classNames: { input: styles['verbatim'] ?? '' } } : {})} />
  );
}
