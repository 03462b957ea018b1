import { useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { journal } from '#app/contract/journal.ts';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Note } from '../../components/notes.tsx';
import { TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { showDateTime, showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './journal.module.css';

const { Frame, Field } = makeForm(journal.compareHead.input);

/** A head on paper against the journal here: the only thing that finds a whole vault put back to an older day (R11.4). */
export function CompareDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const [found, setFound] = useState<Answer<'journal.compareHead'> | undefined>();
  return (
    <Drawer open onClose={onClose} title={t('journal.compare.title')}>
      <Frame initial={{ code: '' }} label={t('journal.compare.title')} save={t('journal.compare.do')} onCancel={onClose} fieldOf={{ 'head.badCode': 'code' }}
        send={(input) => {
          setFound(undefined);
          return registry.journal.compareHead(input);
        }} onDone={setFound}>
        <p className={styles['dim']}>{t('journal.compare.what')}</p>
        <Field name="code">{(field) => <TextField {...field} label={t('journal.compare.code')} required takesFocus />}</Field>
        {found && (
          <Note tone={found.verdict === 'same' ? 'info' : 'error'}>
            <strong>{t(`journal.compare.${found.verdict}`, { seq: showNumber(found.seq), acts: showNumber(found.acts), at: found.at === null ? '' : showDateTime(found.at) })}</strong>
            {found.verdict !== 'same' && <span>{t('journal.compare.todo')}</span>}
          </Note>
        )}
      </Frame>
    </Drawer>
  );
}
