import { Button, Menu } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../../language/texts.ts';
import { Icon } from '../Icon.tsx';
import type { GridColumn } from './columns.ts';
import styles from './Grid.module.css';

/** Which columns are shown and in what order. The first one always is, and stays first: it names the row. */
export function ColumnChooser({ columns, hidden, dense, onHidden, onDense, onMove, onReset }: {
  readonly columns: readonly GridColumn<never>[]; readonly hidden: readonly string[]; readonly dense: boolean;
  readonly onHidden: (hidden: readonly string[]) => void; readonly onDense: (dense: boolean) => void;
  readonly onMove: (id: string, by: 1 | -1) => void; readonly onReset: () => void;
}) {
  const { t } = useTexts();
  const keyOn = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(id, event.code === 'ArrowUp' ? -1 : 1);
  };
  const arrow = (id: string, by: 1 | -1) => (
    <span aria-hidden className={styles['move']} onClick={(event) => { event.stopPropagation(); onMove(id, by); }}><Icon name={by === 1 ? 'down' : 'up'} size={12} /></span>
  );
  return (
    <Menu closeOnItemClick={false} position="bottom-end" width={280}>
      <Menu.Target><Button variant="subtle" leftSection={<Icon name="columns" />}>{t('components.grid.columns')}</Button></Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 140px)" style={{ overflowY: 'auto' }}>
        {columns.slice(1).map((each) => {
          const on = !hidden.includes(each.id);
          return (
            <Menu.CheckboxItem key={each.id} checked={on}
              rightSection={on && <span className={styles['moves']}>{arrow(each.id, -1)}{arrow(each.id, 1)}</span>} onKeyDownCapture={(event) => keyOn(event, each.id)}
              onChange={() => onHidden(on ? [...hidden, each.id] : hidden.filter((id) => id !== each.id))}>
              {t(each.title)}
            </Menu.CheckboxItem>
          );
        })}
        <Menu.Divider />
        <Menu.Label>{t('components.grid.moveHint')}</Menu.Label>
        <Menu.CheckboxItem checked={dense} onChange={onDense}>{t('components.grid.density')}</Menu.CheckboxItem>
        <Menu.Item leftSection={<Icon name="refresh" size={14} />} onClick={onReset}>{t('components.grid.resetColumns')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
