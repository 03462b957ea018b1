import { MultiSelect } from '@mantine/core';
import { useTexts } from '../language/texts.ts';
import { isFoundIn } from '../shortcuts/layouts.ts';
import type { Option } from './Choice.tsx';
import { useKitProps, type FieldProps } from './TextField.tsx';

/** Several of a list: letters find on any keyboard layout, Enter takes, Backspace takes the last one back. */
export function MultiChoice<V extends string>({ choices, value, onChange, ...field }: FieldProps & {
  readonly choices: readonly Option<V>[]; readonly value: readonly V[]; readonly onChange: (value: V[]) => void;
}) {
  const { t } = useTexts();
  const names = new Map<string, readonly string[]>(choices.map((each) => [each.value, [each.label, each.value, ...(each.found ?? [])]]));
  return (
    <MultiSelect {...useKitProps(field)} size="xs" data={choices.map(({ value: key, label, disabled }) => ({ value: key, label, disabled: disabled ?? false }))}
      value={[...value]} onChange={(next) => onChange(choices.filter((each) => next.includes(each.value)).map((each) => each.value))} searchable hidePickedOptions
      filter={({ options, search }) => (search.trim() === '' ? options : options.filter((option) => 'value' in option && isFoundIn(search, names.get(option.value) ?? [option.label])))}
      nothingFoundMessage={t('components.nothingFound')} comboboxProps={{ transitionProps: { duration: 0 } }} maxDropdownHeight={320} />
  );
}
