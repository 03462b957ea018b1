import { Button } from '../../components/Button.tsx';
import { Choice, Combobox } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';
import { isEmpty, noFilter, results, type ActFilter } from './filter.ts';
import { kindWords } from './kinds.ts';
import styles from './journal.module.css';

export interface Directory { readonly kinds: readonly string[]; readonly officers: readonly { readonly id: string; readonly name: string }[] }

/** Each change asks anew; the text waits for a pause in typing, since every question is itself an act. */
export function FilterBar({ filter, onFilter, directory }: { readonly filter: ActFilter; readonly onFilter: (filter: ActFilter) => void; readonly directory: Directory }) {
  const { t, maybe, language } = useTexts();
  const order = inOrderOf(language);
  const put = (change: Partial<ActFilter>) => onFilter({ ...filter, ...change });
  const kinds = directory.kinds.map((value) => ({ value, label: kindWords(value, maybe), found: [value] })).toSorted((a, b) => order(a.label, b.label));
  const wrongOrder = filter.from !== '' && filter.to !== '' && filter.to < filter.from ? t('journal.filter.order') : undefined;
  return (
    <search className={styles['filter']} aria-label={t('journal.filter.title')}>
      <DateField label={t('journal.filter.from')} value={filter.from} onChange={(from) => put({ from })} />
      <DateField label={t('journal.filter.to')} value={filter.to} onChange={(to) => put({ to })} error={wrongOrder} />
      <Choice label={t('journal.filter.officer')} clearable value={filter.officer} onChange={(officer) => put({ officer })} choices={directory.officers.map(({ id, name }) => ({ value: id, label: name }))} />
      <Combobox label={t('journal.filter.kind')} clearable value={filter.kind} onChange={(kind) => put({ kind })} choices={kinds} />
      <Choice label={t('journal.filter.result')} clearable value={filter.result} onChange={(result) => put({ result })} choices={results.map((value) => ({ value, label: t(`journal.result.${value}`) }))} />
      <TextField label={t('journal.filter.text')} value={filter.text} onChange={(text) => put({ text })} maxLength={200} />
      {!isEmpty(filter) && (
        <div className={styles['filterEnd']}>
          {filter.subject !== null && <span>{t('journal.filter.subject')}: <code>{filter.subject}</code></span>}
          <Button tone="quiet" icon="close" onClick={() => onFilter(noFilter)}>{t('journal.filter.clear')}</Button>
        </div>
      )}
    </search>
  );
}
