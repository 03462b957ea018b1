import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/texts.ts';
import { useKitProps, type FieldProps } from './TextField.tsx';

/** A whole number. Null while nothing, or nothing that is a number, stands there; no arrows that change it by accident. */
export function NumberField({ value, onChange, min = 0, max = 100_000, ...field }: FieldProps & {
  readonly value: number | null; readonly onChange: (value: number | null) => void; readonly min?: number; readonly max?: number;
}) {
  const { t } = useTexts();
  const [typing, setTyping] = useState<string | undefined>();
  const text = typing ?? (value === null ? '' : String(value));
  const wrong = text === '' ? undefined : !/^\d+$/.test(text) ? t('components.number.wrong') : Number(text) < min || Number(text) > max ? t('components.number.range', { min, max }) : undefined;
  const { onBlur, ...rest } = useKitProps({ ...field, error: field.error ?? wrong });
  return (
    <TextInput {...rest} value={text} inputMode="numeric" autoComplete="off"
      onChange={(event) => {
        const typed = event.currentTarget.value.trim();
        setTyping(typed);
        onChange(/^\d{1,9}$/.test(typed) ? Number(typed) : null);
      }}
      onBlur={(event) => {
        // What is no number stays in sight until it is put right.
        if (typing === '' || /^\d{1,9}$/.test(typing ?? '')) setTyping(undefined);
        onBlur?.(event);
      }} />
  );
}
