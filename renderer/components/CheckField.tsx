import { Checkbox, Radio } from '@mantine/core';
import type { Option } from './Choice.tsx';
import { useKitProps, type FieldProps } from './TextField.tsx';
import styles from './fields.module.css';

export function CheckField({ value, onChange, label, ...field }: FieldProps & { readonly value: boolean; readonly onChange: (value: boolean) => void }) {
  const { withAsterisk: _, readOnly: __, ...rest } = useKitProps({ label, ...field });
  return <Checkbox {...rest} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

/** A few choices that should all be in sight. Nothing is chosen until the officer chooses; arrows move and choose. */
export function RadioField<V extends string>({ value, onChange, choices, label, description, error, required = false, name, onBlur }: FieldProps & {
  readonly value: V | null; readonly onChange: (value: V) => void; readonly choices: readonly Option<V>[];
}) {
  return (
    <Radio.Group label={label} description={description} error={error ?? null} withAsterisk={required} value={value ?? ''} size="xs" {...(name ? { name } : {})}
      onChange={(next) => { const chosen = choices.find((each) => each.value === next); if (chosen) onChange(chosen.value); }}>
      <div className={styles['radios']}>
        {choices.map((each) => <Radio key={each.value} value={each.value} label={each.label} disabled={each.disabled ?? false} {...(onBlur ? { onBlur } : {})} />)}
      </div>
    </Radio.Group>
  );
}
