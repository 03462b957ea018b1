import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { Definitions } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { isPressed } from '../../shortcuts/table.ts';
import type { Answer } from '#app/contract/index.ts';
import { MediumChooser } from '../common/MediumChooser.tsx';
import { Hash } from './Hash.tsx';
import styles from './journal.module.css';

/** The journal onto a medium or into a folder: lines that anyone verifies without keys (R11.6). */
export function ExportDrawer({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTexts();
  const exporting = useCommand(registry.journal.exportTo);
  const [folder, setFolder] = useState('');
  const [written, setWritten] = useState<Answer<'journal.exportTo'> | undefined>();
  const run = async () => {
    if (folder.trim() === '' || exporting.running) return;
    setWritten(undefined);
    setWritten(await exporting.run({ folder: folder.trim() }));
  };
  return (
    <Drawer open={open} onClose={onClose} title={t('journal.export.title')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter of all its fields */}
      <form className={styles['detail']} aria-label={t('journal.export.title')} onSubmit={(event) => { event.preventDefault(); void run(); }}
        onKeyDown={(event) => { if (isPressed('save', event.nativeEvent)) { event.preventDefault(); void run(); } }}>
        <p className={styles['dim']}>{t('journal.export.what')}</p>
        <MediumChooser folder={folder} onFolder={setFolder} writing />
        <RefusalList refusals={exporting.refusals} />
        <ErrorNote fault={exporting.fault} />
        {written && (
          <Note tone="info">
            <strong>{t('journal.export.done')}</strong>
            <Definitions rows={[
              [t('journal.export.path'), <code key="path">{written.path}</code>], [t('journal.export.acts'), showNumber(written.acts)],
              [t('journal.export.head'), <Hash key="head" hash={written.head} />],
            ]} />
          </Note>
        )}
        <div><Button type="submit" tone="main" icon="outgoing" shortcut="save" busy={exporting.running} disabled={folder.trim() === ''}>{t('journal.export.save')}</Button></div>
      </form>
    </Drawer>
  );
}
