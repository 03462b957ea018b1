import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { CheckField } from '../../components/CheckField.tsx';
import type { Option } from '../../components/Choice.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { Note } from '../../components/notes.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './release.module.css';

/** Observers and third parties: a command of its own, so that none gets among the ordinary addressees by a slip (R12.8). */
export function OutsideDrawer({ open, choices, value, onClose, onTake }: {
  readonly open: boolean; readonly choices: readonly Option<string>[]; readonly value: readonly string[]; readonly onClose: () => void; readonly onTake: (codes: string[]) => void;
}) {
  const { t } = useTexts();
  const [codes, setCodes] = useState<string[]>([...value]);
  return (
    <Drawer open={open} onClose={onClose} title={t('release.outside.title')} size="small">
      <div className={styles['red']}>
        <Note tone="error"><strong>{t('release.outside.warning')}</strong><span>{t('release.outside.needs')}</span></Note>
        {choices.length === 0 && <p>{t('release.outside.none')}</p>}
        <fieldset className={styles['who']} aria-label={t('release.outside.who')}>
          {choices.map((each, at) => (
            <CheckField key={each.value} label={each.label} takesFocus={at === 0} value={codes.includes(each.value)}
              onChange={(taken) => setCodes((before) => (taken ? [...before, each.value] : before.filter((code) => code !== each.value)))} />
          ))}
        </fieldset>
        <div><Button tone="danger" onClick={() => { onTake(codes); onClose(); }}>{t('release.outside.take')}</Button></div>
      </div>
    </Drawer>
  );
}
