import { useMemo } from 'react';
import type { PageRequest } from '../../components/grid/columns.ts';
import { Empty } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { MasterDetail } from '../common/MasterDetail.tsx';
import { useBodyNames } from '../common/useBodyNames.ts';
import { receivedColumns, type ReceivedRow } from './receivedColumns.tsx';
import { ReceivedDetail } from './ReceivedDetail.tsx';

const areas = ['incoming', 'materials'] as const;
const load = ({ cursor }: PageRequest) => registry.incoming.page({ cursor, limit: 100, onlyOpen: false });

/** Every package received, on paper or sealed, in the order in which it came. */
export function ReceivedTab({ open, onOpen }: { readonly open: string | undefined; readonly onOpen: (id: string | undefined) => void }) {
  const { t } = useTexts();
  const { nameOf } = useBodyNames();
  const columns = useMemo(() => receivedColumns(t, nameOf), [t, nameOf]);
  return (
    <MasterDetail<ReceivedRow> open={open} onOpen={onOpen} grid={{
      list: 'packages.received', label: t('packages.tabs.received'), columns, loadPage: load, question: '', areas, empty: <Empty icon="incoming">{t('packages.noneReceived')}</Empty>,
    }}>
      {(id, close) => <ReceivedDetail key={id} packageId={id} nameOf={nameOf} onClose={close} />}
    </MasterDetail>
  );
}
