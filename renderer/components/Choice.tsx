import { Select } from '@mantine/core';
import { useEffect, type KeyboardEvent } from 'react';
import { useTexts } from '../language/texts.ts';
import { isFoundIn } from '../shortcuts/layouts.ts';
import { enterOnList, lightFirst } from './form/keys.ts';
import { useKitProps, type FieldProps } from './TextField.tsx';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Further names by which it is found: codes, names in the other languages. */
  readonly found?: readonly string[];
  readonly disabled?: boolean;
  readonly group?: string;
}

export interface ChoiceProps<V extends string> extends FieldProps {
  readonly choices: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  /** Typing narrows the list: by any of its names, on any keyboard layout. */
  readonly searchable?: boolean;
  readonly clearable?: boolean;
  /** Told what is typed, where the choices are looked up by it. */
  readonly onSearch?: (typed: string) => void;
}

function grouped<V extends string>(choices: readonly Option<V>[]) {
  const items = choices.map(({ value, label, disabled }) => ({ value, label, disabled: disabled ?? false }));
  const groups = [...new Set(choices.map((each) => each.group).filter((each) => each !== undefined))];
  if (groups.length === 0) return items;
  return groups.map((group) => ({ group, items: items.filter((_, at) => choices[at]?.group === group) }));
}

/** One of a list. F4 or the arrow opens it, letters find, Enter takes. Nothing is chosen until the officer chooses. */
export function Choice<V extends string>({ choices, value, onChange, searchable = false, clearable = false, onSearch, ...field }: ChoiceProps<V>) {
  const { t } = useTexts();
  const names = new Map<string, readonly string[]>(choices.map((each) => [each.value, [each.label, each.value, ...(each.found ?? [])]]));
  const kit = useKitProps(field);
  const shown = searchable ? [...names.keys()].join(' ') : '';
  useEffect(() => {
    const input = document.getElementById(kit.id);
    if (shown !== '' && input instanceof HTMLInputElement) lightFirst(input);
  }, [kit.id, shown]);
  // Outside a form too Enter takes what is lit; inside one the form has done it before this is reached.
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.code !== 'Enter' || event.currentTarget.getAttribute('aria-expanded') !== 'true' || !enterOnList(event.currentTarget)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Select {...kit} onKeyDownCapture={keyDown} data={grouped(choices)} value={value} searchable={searchable} selectFirstOptionOnChange={searchable} clearable={clearable} allowDeselect={false} openOnFocus={!(field.takesFocus ?? false)} {...(onSearch ? { onSearchChange: onSearch } : {})}
      onChange={(next) => onChange(choices.find((each) => each.value === next)?.value ?? null)}
      filter={({ options, search }) => (search.trim() === '' ? options : options.flatMap((option): typeof options => {
        if ('group' in option) {
          const items = option.items.filter((item) => isFoundIn(search, names.get(String(item.value)) ?? [item.label]));
          return items.length > 0 ? [{ ...option, items }] : [];
        }
        return isFoundIn(search, names.get(String(option.value)) ?? [option.label]) ? [option] : [];
      }))}
      nothingFoundMessage={t('components.nothingFound')} comboboxProps={{ transitionProps: { duration: 0 } }} maxDropdownHeight={320} checkIconPosition="right" />
  );
}

/** A body, a State, a material: a list long enough that one types to find in it. */
export function Combobox<V extends string>(props: Omit<ChoiceProps<V>, 'searchable'>) {
  return <Choice {...props} searchable />;
}
