import { useMemo } from 'react';
import type { PageRequest } from '../../components/grid/columns.ts';
import { Empty } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { MasterDetail } from '../common/MasterDetail.tsx';
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
  const columns = useMemo(() => outColumns(nameOf), [nameOf]);
  return (
    <MasterDetail<OutRow> open={open} onOpen={onOpen} grid={{
      list: 'packages.out', label: t('packages.tabs.out'), columns, loadPage: load, question: '', areas, empty: <Empty icon="outgoing">{t('packages.noneOut')}</Empty>,
    }}>
      {(id, close) => <OutDetail key={id} packageId={id} nameOf={nameOf} onClose={close} />}
    </MasterDetail>
  );
}
