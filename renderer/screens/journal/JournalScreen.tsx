import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import type { PageRequest } from '../../components/grid/columns.ts';
import { RegistryGrid } from '../../components/grid/RegistryGrid.tsx';
import { Toolbar } from '../../components/layout.tsx';
import { registry } from '../../contract/client.ts';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { useScreenCommands } from '../../shortcuts/commands.ts';
import { Here } from '../common/here.ts';
import type { ScreenProps } from '../index.ts';
import { ActDetail } from './ActDetail.tsx';
import { CheckResult } from './CheckResult.tsx';
import { actColumns, type ActRow } from './columns.tsx';
import { ExportDrawer } from './ExportDrawer.tsx';
import { CompareDrawer } from './CompareDrawer.tsx';
import { asked, filterOf, noFilter, paramsOfFilter, type ActFilter } from './filter.ts';
import { FilterBar, type Directory } from './FilterBar.tsx';
import { useCheck } from './useCheck.ts';
import styles from './journal.module.css';

const areas = ['journal', 'vault'] as const;
const pause = 400;

/** Every act, newest first (Art. 11). It names ids, numbers and codes only, so nothing of it bears a grif. The filter is part of the way. */
export default function JournalScreen({ params }: ScreenProps) {
  const { t, maybe, language } = useTexts();
  const { status } = useSession();
  const [filter, setFilter] = useState<ActFilter>(() => filterOf(params));
  const [wanted, setWanted] = useState(filter);
  const [directory, setDirectory] = useState<Directory>({ kinds: [], officers: [] });
  const [act, setAct] = useState<ActRow | undefined>();
  const [exporting, setExporting] = useState(false);
  const [comparing, setComparing] = useState(false);
  const rows = useRef<ActRow[]>([]);
  const check = useCheck();
  const here = useMemo(() => paramsOfFilter(filter), [filter]);
  const columns = useMemo(() => actColumns({ t, maybe, language }), [t, maybe, language]);

  useEffect(() => {
    const timer = setTimeout(() => setWanted(filter), pause);
    return () => clearTimeout(timer);
  }, [filter]);
  const load = useCallback(async ({ cursor }: PageRequest) => {
    const page = await registry.journal.page({ ...asked(wanted), cursor, limit: 100 });
    if (page.ok) {
      rows.current = cursor === null ? [...page.value.rows] : [...rows.current, ...page.value.rows];
      const { kinds, officers } = page.value;
      setDirectory((before) => (JSON.stringify(before) === JSON.stringify({ kinds, officers }) ? before : { kinds, officers }));
    }
    return page;
  }, [wanted]);
  const today = status.now.slice(0, 10);
  const print = () => { const { from, to } = asked(filter); go('print', { form: 'P23', from: from ?? to ?? today, to: to ?? today }); };
  const commands = useMemo(() => [
    { id: 'journal.verify', title: 'journal.verify.act' as const, icon: 'shield' as const, run: check.run },
    { id: 'journal.compare', title: 'journal.compare.act' as const, icon: 'check' as const, run: () => setComparing(true) },
    { id: 'journal.export', title: 'journal.export.act' as const, icon: 'outgoing' as const, run: () => setExporting(true) },
    // oxlint-disable-next-line react/exhaustive-deps -- the commands do the same whenever they were made
  ], []);
  useScreenCommands(commands);
  return (
    <Here value={here}><div className={styles['screen']}>
      <Toolbar label={t('journal.title')}>
        <Button icon="shield" onClick={check.run} busy={check.running}>{t('journal.verify.act')}</Button>
        <Button icon="outgoing" onClick={() => setExporting(true)}>{t('journal.export.act')}</Button>
        <Button icon="print" onClick={print}>{t('journal.print')}</Button>
        <Button icon="print" onClick={() => go('print', { form: 'J1' })}>{t('journal.compare.print')}</Button>
        <Button icon="check" onClick={() => setComparing(true)}>{t('journal.compare.act')}</Button>
      </Toolbar>
      <CheckResult check={check} />
      <FilterBar filter={filter} onFilter={setFilter} directory={directory} />
      <div className={styles['sides']}>
        <RegistryGrid<ActRow> list="journal" label={t('journal.list')} columns={columns} rowId={(row) => String(row.seq)} loadPage={load} question={JSON.stringify(asked(wanted))}
          areas={areas} onFocusRow={(at) => setAct(rows.current[at])} onOpen={setAct} />
        <div className={styles['beside']}><ActDetail act={act} onSubject={(subject) => setFilter({ ...noFilter, subject })} /></div>
      </div>
      {comparing && <CompareDrawer onClose={() => setComparing(false)} />}
      <ExportDrawer open={exporting} onClose={() => setExporting(false)} />
    </div></Here>
  );
}
