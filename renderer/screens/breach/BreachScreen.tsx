import { useMemo, useRef, useState } from 'react';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { Here, paramsOf } from '../common/here.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import { idsIn } from '../common/useMaterials.ts';
import type { ScreenProps } from '../index.ts';
import { BreachCard } from './BreachCard.tsx';
import { BreachForm } from './BreachForm.tsx';
import { PersonsPanel } from './PersonsPanel.tsx';
import styles from './breach.module.css';
import { Suspicions, type Suspicion } from './Suspicions.tsx';
import { useRegistryNow } from './useRegistryNow.ts';

const nothing = {};
const areas = ['notices'] as const;

/** Breaches (Art. 14). The security officer sees who answers for them and nothing of a material (R14.6). `params.materials`, `params.incidentId`. */
export default function BreachScreen({ params }: ScreenProps) {
  const { officer } = useSession();
  return officer.role === 'security' ? <PersonsPanel /> : <Breaches params={params} />;
}

/** Opened with minimum facts, notices at once, the clock in sight. */
function Breaches({ params }: ScreenProps) {
  const { officer } = useSession();
  const { t } = useTexts();
  const { nameOf } = useBodyNames();
  const { value: list, refusals, fault, again } = useQuestion(registry.incidents.list, nothing, areas);
  const now = useRegistryNow();
  const shown = useRef<HTMLDivElement>(null);
  useScreenGrif(...(list ?? []).map((each) => each.degree));
  const [open, setOpen] = useState(params['incidentId']);
  /** The suspicion of which a breach is being opened. */
  const [about, setAbout] = useState<Suspicion | undefined>();
  /** A form that has been sent begins anew. */
  const [round, setRound] = useState(0);
  const here = useMemo(() => paramsOf({ incidentId: open }), [open]);
  /** Notices are shown of one breach at a time: each of them shown is a view in the journal (Art. 11). */
  const shownOne = open ?? list?.[0]?.id;
  const inOrder = [...(list ?? [])].toSorted((a, b) => Number(b.id === open) - Number(a.id === open));
  return (
    <Here value={here}><div className={styles['screen']}>
      <BreachForm key={round} materialIds={about ? idsIn(about.materialId ?? undefined) : round === 0 ? idsIn(params['materials'] ?? params['materialId']) : []} suspicion={about} onOpened={({ incidentId, number, notices }) => {
        toast(t('breach.opened', { number, count: notices.length }));
        setOpen(incidentId);
        setAbout(undefined);
        setRound((n) => n + 1);
        requestAnimationFrame(() => shown.current?.focus());
      }} />
      <div className={common['stack']} ref={shown} tabIndex={-1}>
        <Suspicions onTake={(suspicion) => { setAbout(suspicion); setRound((n) => n + 1); }} />
        <Panel title={t('breach.list')}>
          <div className={common['stack']}>
            <ErrorNote fault={fault} again={again} />
            <RefusalList refusals={refusals} />
            {list?.length === 0 && <Empty icon="shield">{t('breach.none')}</Empty>}
            {inOrder.map((each) => <BreachCard key={each.id} breach={each} now={now} here={each.id === shownOne} onShow={() => setOpen(each.id)} nameOf={nameOf} />)}
          </div>
        </Panel>
        {officer.role === 'director' && <PersonsPanel />}
      </div>
    </div></Here>
  );
}
