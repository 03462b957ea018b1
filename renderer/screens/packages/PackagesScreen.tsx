import { useMemo, useState } from 'react';
import { Tabs } from '../../components/Tabs.tsx';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { Here, paramsOf } from '../common/here.ts';
import type { ScreenProps } from '../index.ts';
import { InTab } from './InTab.tsx';
import { OutTab } from './OutTab.tsx';
import styles from './packages.module.css';
import { ReceivedTab } from './ReceivedTab.tsx';

const tabs = ['out', 'in', 'received'] as const;

/** Sealed packages that went out, those that are being opened, and every package received. `params.tab`, `params.packageId`. */
export default function PackagesScreen({ params }: ScreenProps) {
  const { t } = useTexts();
  const { officer } = useSession();
  const [tab, setTab] = useState(tabs.find((each) => each === params['tab']) ?? 'out');
  const [open, setOpen] = useState(params['packageId']);
  const here = useMemo(() => paramsOf({ tab, packageId: open }), [tab, open]);
  return (
    <Here value={here}><div className={styles['tabs']}>
      <Tabs label={t('packages.title')} value={tab} onChange={(next) => { setTab(next); setOpen(undefined); }} tabs={[
        { value: 'out', label: t('packages.tabs.out'), content: <OutTab open={open} onOpen={setOpen} /> },
        ...(officer.role === 'registrar' ? [{ value: 'in' as const, label: t('packages.tabs.in'), content: <InTab /> }] : []),
        { value: 'received', label: t('packages.tabs.received'), content: <ReceivedTab open={open} onOpen={setOpen} /> },
      ]} />
    </div></Here>
  );
}
