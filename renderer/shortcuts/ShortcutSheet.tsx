import { Dialog } from '../components/Dialog.tsx';
import { Keys } from '../components/Keys.tsx';
import { useStore } from '../frame/store.ts';
import { useTexts } from '../language/texts.ts';
import { closeSheet, openSheet, sheetOpen } from './sheet.ts';
import { shortcuts, type ShortcutGroup } from './table.ts';
import { useShortcut } from './useShortcut.ts';
import styles from './ShortcutSheet.module.css';

const groups: readonly ShortcutGroup[] = ['everywhere', 'way', 'form', 'grid', 'screen'];

/** Every shortcut there is, from the one table. */
export function ShortcutSheet() {
  const { t } = useTexts();
  const open = useStore(sheetOpen);
  useShortcut('sheet', open ? closeSheet : openSheet);
  return (
    <Dialog open={open} onClose={closeSheet} title={t('shortcuts.sheet')} size="large">
      <p className={styles['note']}>{t('shortcuts.anyLayout')}</p>
      <div className={styles['groups']}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`shortcuts.groups.${group}`)}</h3>
            <dl>
              {shortcuts.filter((each) => each.group === group).map((each) => (
                <div key={each.id}><dt>{t(each.title)}</dt><dd>{each.id === 'screens' ? <Keys shortcut={each.id} /> : <Keys shortcut={each.id} all />}</dd></div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
