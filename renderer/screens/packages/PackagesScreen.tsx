import { Tabs } from '../../components/Tabs.tsx';
import { useSession } from '../../frame/session.ts';
import { show } from '../../frame/router.ts';
import { useTexts } from '../../language/texts.ts';
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
  const tab = tabs.find((each) => each === params['tab']) ?? 'out';
  const open = params['packageId'];
  const at = (value: (typeof tabs)[number], packageId?: string) => show({ tab: value, ...(packageId === undefined ? {} : { packageId }) });
  return (
    <div className={styles['tabs']}>
      <Tabs label={t('packages.title')} value={tab} onChange={(next) => at(next)} tabs={[
        { value: 'out', label: t('packages.tabs.out'), content: <OutTab open={tab === 'out' ? open : undefined} onOpen={(id) => at('out', id)} /> },
        ...(officer.role === 'registrar' ? [{ value: 'in' as const, label: t('packages.tabs.in'), content: <InTab /> }] : []),
        { value: 'received', label: t('packages.tabs.received'), content: <ReceivedTab open={tab === 'received' ? open : undefined} onOpen={(id) => at('received', id)} /> },
      ]} />
    </div>
  );
}
