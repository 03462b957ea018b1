import { Tabs as KitTabs } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Tab<V extends string> { readonly value: V; readonly label: ReactNode; readonly content: ReactNode; readonly badge?: ReactNode }

/** Only the tab in sight is drawn, so that the bands count only what is shown. */
export function Tabs<V extends string>({ tabs, value, onChange, label }: {
  readonly tabs: readonly Tab<V>[]; readonly value: V; readonly onChange: (value: V) => void; readonly label: string;
}) {
  return (
    <KitTabs value={value} onChange={(next) => { const found = tabs.find((tab) => tab.value === next); if (found) onChange(found.value); }}>
      <KitTabs.List aria-label={label}>
        {tabs.map((tab) => <KitTabs.Tab key={tab.value} value={tab.value} rightSection={tab.badge}>{tab.label}</KitTabs.Tab>)}
      </KitTabs.List>
      {tabs.map((tab) => <KitTabs.Panel key={tab.value} value={tab.value} pt="xs">{tab.content}</KitTabs.Panel>)}
    </KitTabs>
  );
}
