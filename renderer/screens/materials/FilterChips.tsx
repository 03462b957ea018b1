import { useRef, type KeyboardEvent } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { useTexts } from '../../language/texts.ts';
import type { Chip } from './chips.ts';
import type { MaterialFilter } from '#app/contract/materials.ts';
import styles from './materials.module.css';

/** What the list is narrowed by. Arrows move among the chips, Enter, Delete or Backspace takes one away. */
export function FilterChips({ chips, onChange }: { readonly chips: readonly Chip[]; readonly onChange: (filter: MaterialFilter) => void }) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  if (chips.length === 0) return null;
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const move = (event: KeyboardEvent, at: number, chip: Chip) => {
    if (event.code === 'Delete' || event.code === 'Backspace') {
      event.preventDefault();
      onChange(chip.without);
      requestAnimationFrame(() => { const left = buttons(); left[Math.min(at, left.length - 1)]?.focus(); });
    }
    const to = event.code === 'ArrowRight' ? at + 1 : event.code === 'ArrowLeft' ? at - 1 : undefined;
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    buttons()[to]?.focus();
  };
  return (
    <ul ref={list} className={styles['chips']} aria-label={t('materials.filter.asked')}>
      {chips.map((chip, at) => (
        <li key={chip.key}>
          <button type="button" className={styles['chip']} onClick={() => onChange(chip.without)} onKeyDown={(event) => move(event, at, chip)}
            aria-label={t('materials.filter.remove', { what: chip.words })}>
            <span className={styles['chipWords']}>{chip.words}</span><Icon name="close" size={10} />
          </button>
        </li>
      ))}
      {chips.length > 1 && <li><button type="button" className={styles['chip']} data-all="" onClick={() => onChange({})}>{t('materials.filter.clear')}</button></li>}
    </ul>
  );
}
