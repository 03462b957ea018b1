import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Answer } from '#app/contract/index.ts';
import { vault } from '#app/contract/session.ts';
import { readHeaderLines } from '#app/documents/header-lines.ts';
import { Button } from '../components/Button.tsx';
import { makeForm } from '../components/form/makeForm.tsx';
import { Note } from '../components/notes.tsx';
import { TextArea } from '../components/TextField.tsx';
import { registry } from '../contract/client.ts';
import { useTexts } from '../language/texts.ts';
import { Gate } from './Gate.tsx';
import styles from './Gate.module.css';

const { Frame, Field, useValues } = makeForm(vault.restoreHeader.input);

/** Rows and numbers, no more of them than can be read at a glance. */
const list = (numbers: readonly number[]): string => (numbers.length > 12 ? `${numbers.slice(0, 12).join(', ')}…` : numbers.join(', '));

/** Which lines are right, wrong or not there yet, while they are typed or scanned. */
function State() {
  const { t } = useTexts();
  const { control } = useValues();
  const { of, wrong, missing } = readHeaderLines(useWatch({ control, name: 'lines' }));
  return (
    <div aria-live="polite" className={styles['strength']} data-weak={wrong.length > 0 || undefined}>
      <div>{of === 0 ? t('session.paper.none') : t('session.paper.state', { right: of - missing.length, of })}</div>
      {wrong.length > 0 && <div>{t('session.paper.wrong', { list: list(wrong.map(({ row }) => row)) })}</div>}
      {of > 0 && missing.length > 0 && <div>{t('session.paper.missing', { list: list(missing) })}</div>}
    </div>
  );
}

/** Neither copy of the header is whole: it is taken from the sheets on which it was printed. */
export function HeaderFromPaper({ version, again, leave }: { readonly version: string; readonly again: () => void; readonly leave: () => void }) {
  const { t } = useTexts();
  const [done, setDone] = useState<Answer<'vault.restoreHeader'> | undefined>();
  return (
    <Gate title={t('session.paper.title')} version={version} wide>
      {done ? (
        <>
          <Note tone="info">{t('session.paper.done', { serial: done.serial, logins: done.logins.join(', ') })}</Note>
          <div><Button tone="main" takesFocus onClick={again}>{t('session.paper.toDoor')}</Button></div>
        </>
      ) : (
        <>
          <p className={styles['muted']}>{t('session.paper.what')}</p>
          <Frame initial={{ lines: '' }} label={t('session.paper.title')} save={t('session.paper.do')} send={registry.vault.restoreHeader} onDone={setDone} onCancel={leave} fieldOf={{ 'headerPaper.lines': 'lines' }}>
            <Field name="lines">{(field) => <TextArea {...field} label={t('session.paper.lines')} rows={14} verbatim required takesFocus />}</Field>
            <State />
          </Frame>
        </>
      )}
    </Gate>
  );
}
