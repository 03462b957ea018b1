import { useState } from 'react';
import { Tabs } from '../../components/Tabs.tsx';
import { useTexts } from '../../language/texts.ts';
import type { ScreenProps } from '../index.ts';
import { AgreementTab } from './AgreementTab.tsx';
import { Annex1Tab } from './Annex1Tab.tsx';
import { Annex2Tab } from './Annex2Tab.tsx';
import { BodiesTab } from './BodiesTab.tsx';
import { EventsTab } from './EventsTab.tsx';
import { StatesTab } from './StatesTab.tsx';

const names = ['states', 'bodies', 'events', 'annex1', 'annex2', 'agreement'] as const;

/** What the registry stands on: States, bodies, events, the annexes and the text. Nothing here is secret, nothing is ever deleted. */
export default function ReferenceScreen({ params }: ScreenProps) {
  const { t } = useTexts();
  const [tab, setTab] = useState(names.find((each) => each === params['tab']) ?? 'states');
  const content = {
    states: <StatesTab />, bodies: <BodiesTab begin={params['body']} />, events: <EventsTab />, annex1: <Annex1Tab />, annex2: <Annex2Tab />, agreement: <AgreementTab begin={params['article']} />,
  } as const;
  return <Tabs label={t('reference.tabs.label')} value={tab} onChange={setTab} tabs={names.map((value) => ({ value, label: t(`reference.tabs.${value}`), content: tab === value ? content[value] : null }))} />;
}
