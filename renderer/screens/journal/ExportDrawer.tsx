import { useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { journal } from '#app/contract/journal.ts';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Definitions } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { MediumChooser } from '../common/MediumChooser.tsx';
import { Hash } from './Hash.tsx';
import styles from './journal.module.css';

const { Frame, Field } = makeForm(journal.exportTo.input);

/** The journal onto a medium or into a folder: lines that anyone verifies without keys (R11.6). */
export function ExportDrawer({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTexts();
  const [written, setWritten] = useState<Answer<'journal.exportTo'> | undefined>();
  return (
    <Drawer open={open} onClose={onClose} title={t('journal.export.title')}>
      <Frame initial={{ folder: '' }} label={t('journal.export.title')} save={t('journal.export.save')} onCancel={onClose} onDone={setWritten}
        send={({ folder }) => {
          setWritten(undefined);
          return registry.journal.exportTo({ folder: folder.trim() });
        }}>
        <p className={styles['dim']}>{t('journal.export.what')}</p>
        <Field name="folder">{({ value, onChange, error }) => <MediumChooser folder={value} onFolder={onChange} writing error={error} takesFocus />}</Field>
        {written && (
          <Note tone="info">
            <strong>{t('journal.export.done')}</strong>
            <Definitions rows={[
              [t('journal.export.path'), <code key="path">{written.path}</code>], [t('journal.export.acts'), showNumber(written.acts)],
              [t('journal.export.head'), <Hash key="head" hash={written.head} />],
            ]} />
          </Note>
        )}
      </Frame>
    </Drawer>
  );
}
