import { Menu } from '@mantine/core';
import { useTexts } from '../../language/texts.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import type { GridColumn } from './columns.ts';

/** Which columns are shown. The first one always is: it names the row. */
export function ColumnChooser({ columns, hidden, dense, onHidden, onDense, onReset }: {
  readonly columns: readonly GridColumn<never>[]; readonly hidden: readonly string[]; readonly dense: boolean;
  readonly onHidden: (hidden: readonly string[]) => void; readonly onDense: (dense: boolean) => void; readonly onReset: () => void;
}) {
  const { t } = useTexts();
  const item = (on: boolean) => <span style={{ visibility: on ? 'visible' : 'hidden', display: 'flex' }}><Icon name="check" size={14} /></span>;
  return (
    <Menu closeOnItemClick={false} position="bottom-end" width={240}>
      <Menu.Target><span><Button icon="columns" tone="quiet">{t('components.grid.columns')}</Button></span></Menu.Target>
      <Menu.Dropdown>
        {columns.slice(1).map((each) => {
          const on = !hidden.includes(each.id);
          return (
            <Menu.Item key={each.id} role="menuitemcheckbox" aria-checked={on} leftSection={item(on)}
              onClick={() => onHidden(on ? [...hidden, each.id] : hidden.filter((id) => id !== each.id))}>
              {t(each.title)}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item role="menuitemcheckbox" aria-checked={dense} leftSection={item(dense)} onClick={() => onDense(!dense)}>{t('components.grid.density')}</Menu.Item>
        <Menu.Item leftSection={item(false)} onClick={onReset}>{t('components.grid.resetColumns')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
