import { useCallback, useMemo, useRef, useState } from 'react';
import { materialFilter, materialSort } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { Button } from '../../components/Button.tsx';
import { LaidGrid } from '../../components/grid/RegistryGrid.tsx';
import type { GridSort, PageRequest } from '../../components/grid/columns.ts';
import { useGridLayout } from '../../components/grid/useGridLayout.ts';
import { Empty } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { go } from '../../frame/router.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import { useStates } from '../common/useStates.ts';
import type { ScreenProps } from '../index.ts';
import { chipsOf } from './chips.ts';
import { columnsOf } from './columns.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FilterDrawer } from './FilterDrawer.tsx';
import { ProductDrawer } from './ProductDrawer.tsx';
import { ask, changeList, useListState } from './query.ts';
import { SavedViews } from './SavedViews.tsx';
import { SearchField } from './SearchField.tsx';
import { SelectionActions } from './SelectionActions.tsx';
import styles from './materials.module.css';

const newestFirst: GridSort = { by: 'registeredAt', direction: 'descending' };

/** What main sorts by. */
const sortFor = (sort: GridSort | null) => {
  const read = materialSort.safeParse(sort ?? newestFirst);
  return read.success ? read.data : materialSort.parse(newestFirst);
};

/** The list of materials: filtered, sorted and found by main, page by page. */
export default function MaterialsScreen({ params }: ScreenProps) {
  const texts = useTexts();
  const { t } = texts;
  const { filter, at, selected, view } = useListState();
  const { bareName: bodyName, choices: bodyChoices } = useBodyNames();
  const { nameOf: stateName, withCentre: stateChoices } = useStates();
  const columns = useMemo(() => columnsOf(texts, bodyName), [texts, bodyName]);
  const laid = useGridLayout('materials', columns, newestFirst);
  const [filtering, setFiltering] = useState(false);
  const [preparing, setPreparing] = useState(false);
  /** Rows that have been in sight, so that those chosen among them can be told by number and grif. */
  const seen = useRef(new Map<string, MaterialRow>());
  useShortcut('filter', () => setFiltering(true));

  // Another screen may send the officer here with a filter of requisites: `go('materials', {admission: 'notAdmitted'})`.
  const [sent, setSent] = useState('');
  const asked = JSON.stringify(params);
  if (sent !== asked) {
    setSent(asked);
    const read = materialFilter.safeParse(Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value === 'true' ? true : value === 'false' ? false : value])));
    if (asked !== '{}' && read.success) queueMicrotask(() => ask(read.data));
  }

  const load = async ({ cursor, skip, limit, sort }: PageRequest) => {
    const result = await registry.materials.page({ filter, sort: sortFor(sort), cursor, skip, limit });
    if (result.ok) for (const row of result.value.rows) seen.current.set(row.id, row);
    return result;
  };
  const choose = (ids: ReadonlySet<string>) => changeList({
    selected: new Map([...ids].flatMap((id) => { const row = seen.current.get(id) ?? selected.get(id); return row ? [[id, row] as const] : []; })),
  });
  const prepare = useCallback(() => setPreparing(true), []);
  const chips = chipsOf(filter, texts, stateName);
  const chosen = useMemo(() => new Set(selected.keys()), [selected]);
  return (
    <div className={styles['screen']}>
      <div className={styles['bar']}>
        <div className={styles['search']}><SearchField text={filter.text ?? ''} onSearch={(text) => ask({ ...filter, text })} /></div>
        <Button icon="filter" shortcut="filter" onClick={() => setFiltering(true)}>{t('materials.filter.open')}</Button>
        <SavedViews filter={filter} layout={laid.layout} taken={view} onKept={(id) => changeList({ view: id })}
          onTake={(taken) => { laid.change(taken.layout); ask(taken.filter, taken.id); }} />
      </div>
      <FilterChips chips={chips} onChange={(next) => ask(next)} />
      <div className={styles['list']}>
        <LaidGrid key={JSON.stringify(filter)} list="materials" label={t('materials.title')} columns={columns} laid={laid} rowId={(row) => row.id} loadPage={load} question={JSON.stringify(filter)}
          areas={['materials', 'links', 'restrictions', 'incidents']} anywhere begin={at} onFocusRow={(row) => changeList({ at: row })}
          onOpen={(row) => go('card', { materialId: row.id })} degreeOf={(row) => row.degree} selected={chosen} onSelected={choose}
          empty={<Empty icon="search" actions={chips.length > 0 ? <Button onClick={() => ask({})}>{t('materials.filter.clear')}</Button> : undefined}>{t(chips.length > 0 ? 'materials.nothingFound' : 'materials.none')}</Empty>} />
      </div>
      <SelectionActions selected={selected} onProduct={prepare} onClear={() => changeList({ selected: new Map() })} />
      {filtering && <FilterDrawer open filter={filter} bodies={bodyChoices} states={stateChoices} onClose={() => setFiltering(false)} onFilter={(next) => { setFiltering(false); ask(next); }} />}
      {preparing && <ProductDrawer open sources={[...selected.values()]} onClose={() => setPreparing(false)} />}
    </div>
  );
}
