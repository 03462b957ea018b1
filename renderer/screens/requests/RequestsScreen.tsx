import { useCallback, useMemo, useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { Toolbar } from '../../components/layout.tsx';
import { Empty } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { Here, paramsOf } from '../common/here.ts';
import { MasterDetail } from '../common/MasterDetail.tsx';
import { useBodyNames } from '../common/useBodyNames.ts';
import type { ScreenProps } from '../index.ts';
import { requestColumns, requestStatuses, type RequestRow } from './columns.tsx';
import { RequestDetail } from './RequestDetail.tsx';

const areas = ['requests', 'materials'] as const;

/** Requests of bodies and what they wait for (Art. 4, 12): few, so main gives them all at once. `params.status`, `params.requestId`. */
export default function RequestsScreen({ params }: ScreenProps) {
  const { t } = useTexts();
  const { nameOf } = useBodyNames();
  const [status, setStatus] = useState(requestStatuses.find((each) => each === params['status']) ?? null);
  const [open, setOpen] = useState(params['requestId']);
  const here = useMemo(() => paramsOf({ status, requestId: open }), [status, open]);
  const columns = useMemo(() => requestColumns(t, nameOf), [t, nameOf]);
  const load = useCallback(async () => {
    const answer = await registry.requests.list({});
    if (!answer.ok) return answer;
    const rows = answer.value.filter((row) => status === null || row.status === status);
    return { ok: true as const, value: { rows, next: null, total: rows.length } };
  }, [status]);
  const filters = (
    <Toolbar label={t('requests.filters')}>
      <Choice label={t('requests.filter')} clearable value={status} onChange={setStatus} placeholder={t('requests.any')}
        choices={requestStatuses.map((value) => ({ value, label: t(`requests.status.${value}`) }))} />
    </Toolbar>
  );
  return (
    <Here value={here}>
      <MasterDetail<RequestRow> open={open} onOpen={setOpen} bar={filters} grid={{
        list: 'requests', label: t('requests.title'), columns, loadPage: load, question: JSON.stringify({ status }), areas, degreeOf: () => 'LOWER', empty: <Empty icon="consent">{t('requests.none')}</Empty>,
      }}>
        {(id, close) => <RequestDetail key={id} requestId={id} nameOf={nameOf} onClose={close} />}
      </MasterDetail>
    </Here>
  );
}
