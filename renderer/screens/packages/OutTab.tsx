import { useMemo, useRef } from 'react';
import type { PageRequest } from '../../components/grid/columns.ts';
import { RegistryGrid } from '../../components/grid/RegistryGrid.tsx';
import { Empty } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { useBodyNames } from '../common/useBodyNames.ts';
import { outColumns } from './outColumns.tsx';
import { OutDetail } from './OutDetail.tsx';
import type { OutRow } from './OutState.tsx';

const areas = ['outgoing', 'release'] as const;
const load = ({ cursor }: PageRequest) => registry.outgoing.page({ cursor, limit: 100 });

/** Packages sent; one whose receipt has not come back says so. Each number has its fate, the voided ones too. */
export function OutTab({ open, onOpen }: { readonly open: string | undefined; readonly onOpen: (id: string | undefined) => void }) {
  const { t } = useTexts();
  const { nameOf } = useBodyNames();
  const list = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => outColumns(nameOf), [nameOf]);
  const close = () => {
    onOpen(undefined);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus());
  };
  return (
    <div className={common['masterDetail']} data-open={open}>
      <div className={common['master']} style={{ gridTemplateRows: 'minmax(0, 1fr)' }} ref={list}>
        <RegistryGrid<OutRow> list="packages.out" label={t('packages.tabs.out')} columns={columns} rowId={(row) => row.id} loadPage={load} question="" areas={areas}
          onOpen={(row) => onOpen(row.id)} empty={<Empty icon="outgoing">{t('packages.noneOut')}</Empty>} />
      </div>
      {open !== undefined && <OutDetail key={open} packageId={open} nameOf={nameOf} onClose={close} />}
    </div>
  );
}
