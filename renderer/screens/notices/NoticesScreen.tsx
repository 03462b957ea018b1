import { useCallback, useMemo, useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import type { PageRequest } from '../../components/grid/columns.ts';
import { Toolbar } from '../../components/layout.tsx';
import { Empty } from '../../components/notes.tsx';
import { letterKindNames } from '#app/notices/kinds.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { Here, paramsOf } from '../common/here.ts';
import { MasterDetail } from '../common/MasterDetail.tsx';
import { useBodyNames } from '../common/useBodyNames.ts';
import type { ScreenProps } from '../index.ts';
import { noticeColumns } from './columns.tsx';
import { NoticeDetail } from './NoticeDetail.tsx';
import type { NoticeRow } from './NoticeStatus.tsx';

const statuses = ['draft', 'issued', 'overdue', 'acknowledged', 'cancelled'] as const;
const areas = ['notices'] as const;

/** Notices from draft to acknowledgement (Art. 7, 9, 14). The filter and the notice that lies open are part of the way. */
export default function NoticesScreen({ params }: ScreenProps) {
  const { t } = useTexts();
  const { nameOf } = useBodyNames();
  const [status, setStatus] = useState(statuses.find((each) => each === params['status']) ?? null);
  const [kind, setKind] = useState(letterKindNames.find((each) => each === params['kind']) ?? null);
  const [open, setOpen] = useState(params['noticeId']);
  const here = useMemo(() => paramsOf({ status, kind, noticeId: open }), [status, kind, open]);
  const columns = useMemo(() => noticeColumns(t, nameOf), [t, nameOf]);
  const load = useCallback(({ cursor }: PageRequest) => registry.notices.page({ status, kind, cursor, limit: 100 }), [status, kind]);
  const filters = (
    <Toolbar label={t('notices.filters')}>
      <Choice label={t('notices.columns.status')} clearable value={status} onChange={setStatus}
        choices={statuses.map((value) => ({ value, label: value === 'overdue' ? t('notices.onlyOverdue') : t(`notices.status.${value}`) }))} placeholder={t('notices.any')} />
      <Choice label={t('notices.columns.kind')} clearable value={kind} onChange={setKind}
        choices={letterKindNames.map((value) => ({ value, label: t(`notices.kind.${value}`) }))} placeholder={t('notices.any')} />
    </Toolbar>
  );
  return (
    <Here value={here}>
      <MasterDetail<NoticeRow> open={open} onOpen={setOpen} bar={filters} grid={{
        list: 'notices', label: t('notices.title'), columns, loadPage: load, question: JSON.stringify({ status, kind }), areas, degreeOf: (row) => row.degree,
        empty: <Empty icon="notice">{t('notices.none')}</Empty>,
      }}>
        {(id, close) => <NoticeDetail key={id} noticeId={id} onClose={close} nameOf={nameOf} />}
      </MasterDetail>
    </Here>
  );
}
