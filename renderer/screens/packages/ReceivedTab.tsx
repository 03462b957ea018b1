import { useMemo, useRef } from 'react';
import type { PageRequest } from '../../components/grid/columns.ts';
import { RegistryGrid } from '../../components/grid/RegistryGrid.tsx';
import { Empty } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { useBodyNames } from '../common/useBodyNames.ts';
import { receivedColumns, type ReceivedRow } from './receivedColumns.tsx';
import { ReceivedDetail } from './ReceivedDetail.tsx';

const areas = ['incoming', 'materials'] as const;
const load = ({ cursor }: PageRequest) => registry.incoming.page({ cursor, limit: 100, onlyOpen: false });

/** Every package received, on paper or sealed, in the order in which it came. */
export function ReceivedTab({ open, onOpen }: { readonly open: string | undefined; readonly onOpen: (id: string | undefined) => void }) {
  const { t } = useTexts();
  const { nameOf } = useBodyNames();
  const list = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => receivedColumns(t, nameOf), [t, nameOf]);
  const close = () => {
    onOpen(undefined);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus());
  };
  return (
    <div className={common['masterDetail']} data-open={open}>
      <div className={common['master']} style={{ gridTemplateRows: 'minmax(0, 1fr)' }} ref={list}>
        <RegistryGrid<ReceivedRow> list="packages.received" label={t('packages.tabs.received')} columns={columns} rowId={(row) => row.id} loadPage={load} question="" areas={areas}
          onOpen={(row) => onOpen(row.id)} empty={<Empty icon="incoming">{t('packages.noneReceived')}</Empty>} />
      </div>
      {open !== undefined && <ReceivedDetail key={open} packageId={open} nameOf={nameOf} onClose={close} />}
    </div>
  );
}
