import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTexts } from '../language/texts.ts';
import { useKitProps, type FieldProps } from './TextField.tsx';

export interface Found { readonly id: string; readonly label: ReactNode }

const pause = 250;

/** Finds one of a list that lies in main: typing asks, arrows move, Enter takes and the field is free for the next. */
export function Finder<F extends Found>({ look, onTake, least = 2, ...field }: FieldProps & {
  readonly look: (typed: string) => Promise<readonly F[]>; readonly onTake: (found: F) => void;
  /** Characters from which on main is asked. */
  readonly least?: number;
}) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ readonly typed: string; readonly list: readonly F[] }>({ typed: '', list: [] });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const wanted = typed.trim();
  const asking = wanted.length >= least;
  const ask = useEffectEvent(look);
  const first = useEffectEvent(() => combobox.selectFirstOption());

  useEffect(() => {
    if (!asking) return undefined;
    let still = true;
    const timer = setTimeout(() => { void ask(wanted).then((list) => { if (still) setFound({ typed: wanted, list }); }).catch(() => undefined); }, pause);
    return () => { still = false; clearTimeout(timer); };
  }, [wanted, asking]);
  useEffect(() => { if (found.list.length > 0) first(); }, [found]);

  const ready = asking && found.typed === wanted;
  const take = (id: string) => {
    const chosen = ready ? found.list.find((each) => each.id === id) : undefined;
    if (!chosen) return;
    setTyped('');
    combobox.closeDropdown();
    onTake(chosen);
  };
  const kit = useKitProps(field);
  return (
    <Combobox store={combobox} onOptionSubmit={take} withinPortal transitionProps={{ duration: 0 }}>
      <Combobox.Target withExpandedAttribute>
        <TextInput {...kit} value={typed} autoComplete="off" spellCheck={false}
          onChange={(event) => { setTyped(event.currentTarget.value); combobox.openDropdown(); }}
          onFocus={() => { if (typed !== '') combobox.openDropdown(); }} onBlur={() => combobox.closeDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!asking}>
        <Combobox.Options aria-label={typeof field.label === 'string' ? field.label : undefined} mah={320} style={{ overflowY: 'auto' }}>
          {ready && found.list.length === 0 && <Combobox.Empty>{t('components.nothingFound')}</Combobox.Empty>}
          {!ready && <Combobox.Empty>{t('components.grid.loading')}</Combobox.Empty>}
          {ready && found.list.map((each) => <Combobox.Option key={each.id} value={each.id}>{each.label}</Combobox.Option>)}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
