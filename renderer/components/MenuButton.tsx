import { Button as KitButton, Menu } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export interface MenuEntry {
  readonly key: string;
  readonly label: ReactNode;
  readonly onClick: () => void;
  /** Shown with a tick when true; leave out for an entry that is no choice. */
  readonly checked?: boolean;
  /** Key caps or a count at the end of the line. */
  readonly end?: ReactNode;
  readonly disabled?: boolean;
}

/** A button that opens a short list of acts: arrows move, Enter takes, Esc closes. Groups are parted by a line. */
export function MenuButton({ icon, children, groups }: { readonly icon: IconName; readonly children: ReactNode; readonly groups: readonly (readonly MenuEntry[])[] }) {
  const filled = groups.filter((group) => group.length > 0);
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target><KitButton variant="default" leftSection={<Icon name={icon} />}>{children}</KitButton></Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 140px)" style={{ overflowY: 'auto' }}>
        {filled.map((group, at) => (
          <Fragment key={group[0]?.key}>
            {at > 0 && <Menu.Divider />}
            {group.map((entry) => (entry.checked === undefined
              ? <Menu.Item key={entry.key} onClick={entry.onClick} disabled={entry.disabled ?? false} rightSection={entry.end}>{entry.label}</Menu.Item>
              : (
                <Menu.RadioItem key={entry.key} value={entry.key} checked={entry.checked} closeMenuOnClick onChange={entry.onClick} disabled={entry.disabled ?? false} rightSection={entry.end}>
                  {entry.label}
                </Menu.RadioItem>
              )))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
