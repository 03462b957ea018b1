import { useMemo } from 'react';
import { highest } from '#app/agreement/grif.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { GrifBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Toolbar } from '../../components/layout.tsx';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { useScreenCommands, type ScreenCommand } from '../../shortcuts/commands.ts';
import styles from './materials.module.css';

/** What can be done with the materials chosen: behind the list in the order of Tab, and in the palette. */
export function SelectionActions({ selected, onProduct, onClear }: {
  readonly selected: ReadonlyMap<string, MaterialRow>; readonly onProduct: () => void; readonly onClear: () => void;
}) {
  const { t } = useTexts();
  const { role } = useSession().officer;
  const ids = [...selected.keys()].join(',');
  const [only] = selected.keys();
  const one = selected.size === 1 ? only : undefined;
  const degree = highest([...selected.values()].map((row) => row.degree));
  const commands = useMemo<readonly ScreenCommand[]>(() => {
    if (ids === '') return [];
    return [
      { id: 'materials.release', title: 'materials.act.release', icon: 'outgoing', run: () => go('release', { materials: ids }) },
      ...(role === 'registrar' && one ? [{ id: 'materials.supplement', title: 'materials.act.supplement' as const, icon: 'add' as const, run: () => go('register', { supplementOf: one }) }] : []),
      ...(role !== 'analyst' && one ? [{ id: 'materials.print', title: 'materials.act.print' as const, icon: 'print' as const, run: () => go('print', { form: 'P6', materialId: one }) }] : []),
      ...(role !== 'director' ? [{ id: 'materials.product', title: 'materials.act.product' as const, icon: 'file' as const, run: onProduct }] : []),
      { id: 'materials.breach', title: 'materials.act.breach', icon: 'breach', run: () => go('breach', { materials: ids }) },
    ];
  }, [ids, one, role, onProduct]);
  useScreenCommands(commands);
  return (
    <div className={styles['foot']}>
      <Toolbar label={t('materials.act.label')}>
        <output className={styles['chosen']}>
          {selected.size === 0 ? t('materials.act.none') : t('materials.act.chosen', { count: selected.size })}
          {degree && <GrifBadge degree={degree} />}
        </output>
        {commands.map((each) => <Button key={each.id} onClick={each.run} {...(each.icon ? { icon: each.icon } : {})}>{t(each.title)}</Button>)}
        {selected.size > 0 && <Button tone="quiet" onClick={onClear}>{t('materials.act.clear')}</Button>}
      </Toolbar>
    </div>
  );
}
