import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Answer } from '#app/contract/index.ts';
import { backup } from '#app/contract/backup.ts';
import { Button } from '../components/Button.tsx';
import { Choice } from '../components/Choice.tsx';
import { makeForm } from '../components/form/makeForm.tsx';
import { Definitions } from '../components/layout.tsx';
import { Note } from '../components/notes.tsx';
import { SecretField } from '../components/TextField.tsx';
import { registry } from '../contract/client.ts';
import { newId } from '../frame/jobs.ts';
import { showDateTime, showNumber, showSize } from '../language/dates.ts';
import { useTexts } from '../language/texts.ts';
import { JobLine } from '../screens/common/JobLine.tsx';
import { KeyFileField } from '../screens/common/KeyFilePlace.tsx';
import { MediumChooser } from '../screens/common/MediumChooser.tsx';
import { noSecond, SecondPerson, secondFields, type Seconds } from '../screens/common/SecondPerson.tsx';
import { Hash } from '../screens/journal/Hash.tsx';
import { Gate } from './Gate.tsx';
import styles from './Gate.module.css';

const { Frame, Field, useValues } = makeForm(backup.restore.input);
const looking = makeForm(backup.look.input);
type Look = Answer<'backup.look'>;
const nobody: Seconds = { logins: [], keyFileLogins: [] };
type Restored = Answer<'backup.restore'>;

/** Puts a vault back where there is none (Art. 12): the medium, the copy, two persons, and then the head of the journal to compare with paper. */
export function RestoreScreen({ version, onRestored, leave }: { readonly version: string; readonly onRestored: () => void; readonly leave: () => void }) {
  const { t } = useTexts();
  const [folder, setFolder] = useState('');
  const [found, setFound] = useState<Look | undefined>();
  const [restored, setRestored] = useState<Restored | undefined>();
  return (
    <Gate title={t('backup.restore.title')} version={version} wide>
      {restored ? <Done restored={restored} onRestored={onRestored} /> : <p className={styles['muted']}>{t('backup.restore.what')}</p>}
      {!restored && !found && (
        <looking.Frame initial={{ folder }} label={t('backup.restore.title')} save={t('backup.restore.look')} send={({ folder: typed }) => registry.backup.look({ folder: typed.trim() })} onCancel={leave}
          fieldOf={{ 'media.missing': 'folder', 'media.permission': 'folder', 'media.io': 'folder', 'backup.none': 'folder' }} onDone={(answer, input) => { setFolder(input.folder.trim()); setFound(answer); }}>
          <looking.Field name="folder">{({ value, onChange, error }) => <MediumChooser folder={value} onFolder={onChange} writing={false} error={error} takesFocus />}</looking.Field>
        </looking.Frame>
      )}
      {!restored && found && <RestoreForm found={found} folder={folder} onDone={setRestored} other={() => setFound(undefined)} leave={leave} />}
    </Gate>
  );
}

function RestoreForm({ found, folder, onDone, other, leave }: {
  readonly found: Look; readonly folder: string; readonly onDone: (restored: Restored) => void; readonly other: () => void; readonly leave: () => void;
}) {
  const { t, language } = useTexts();
  const [jobId] = useState(newId);
  const [running, setRunning] = useState(false);
  const newestFirst = found.generations.toReversed();
  const whole = newestFirst.filter(({ trouble }) => trouble === null);
  const damaged = newestFirst.filter(({ trouble }) => trouble !== null);
  const [newest] = whole;
  return (
    <>
      <div className={styles['row']}>
        <span>{found.number !== null && <strong>{t('backup.restore.medium', { number: found.number })}</strong>} <code>{folder}</code></span>
        <Button onClick={other}>{t('backup.restore.otherMedium')}</Button>
      </div>
      {damaged.length > 0 && <Note tone="warn">{t('backup.restore.damaged', { list: damaged.map(({ generation }) => generation).join(', ') })}</Note>}
      {!newest && <div><Button tone="quiet" onClick={leave}>{t('components.cancel')}</Button></div>}
      {newest && (
        <Frame initial={{ jobId, folder, generation: newest.generation, login: '', passphrase: '', keyFolder: null, second: noSecond }} label={t('backup.restore.title')} save={t('backup.restore.do')}
          fieldOf={{ ...secondFields, 'session.wrongPassphrase': 'passphrase', 'session.noSuchOfficer': 'login', 'backup.notEntitled': 'login', 'keyFile.missing': 'keyFolder', 'keyFile.foreign': 'keyFolder', 'keyFile.damaged': 'keyFolder' }}
          send={async (input) => {
            setRunning(true);
            try {
              return await registry.backup.restore(input);
            } finally {
              setRunning(false);
            }
          }} onDone={onDone} onCancel={leave}>
          <Field name="generation">{({ value, onChange, ...field }) => (
            <Choice {...field} label={t('backup.restore.generation')} required takesFocus value={String(value)} onChange={(next) => onChange(Number(next ?? newest.generation))}
              choices={whole.map(({ generation, at, bytes }) => ({ value: String(generation), label: t('backup.restore.one', { generation, at: at === null ? '' : showDateTime(at), size: showSize(bytes, language) }) }))} />
          )}</Field>
          <OlderNote newest={newest.generation} />
          <Persons found={found} />
          {running && <JobLine jobId={jobId} label={t('backup.restore.running')} />}
        </Frame>
      )}
    </>
  );
}

function OlderNote({ newest }: { readonly newest: number }) {
  const { t } = useTexts();
  const { control } = useValues();
  const generation = useWatch({ control, name: 'generation' });
  return generation < newest ? <Note tone="warn">{t('backup.restore.older', { newest })}</Note> : null;
}

function Persons({ found }: { readonly found: Look }) {
  const { t } = useTexts();
  const { control } = useValues();
  const [generation, login] = useWatch({ control, name: ['generation', 'login'] });
  const { logins, keyFileLogins } = found.generations.find((one) => one.generation === generation) ?? nobody;
  return (
    <>
      <div className={styles['two']}>
        <Field name="login">{({ value, onChange, ...field }) => (
          <Choice {...field} label={t('backup.restore.first')} required choices={logins.map((each) => ({ value: each, label: each }))} value={value === '' ? null : value} onChange={(next) => onChange(next ?? '')} />
        )}</Field>
        <Field name="passphrase">{(field) => <SecretField {...field} label={t('session.passphrase')} required />}</Field>
      </div>
      {keyFileLogins.includes(login) && <KeyFileField name="keyFolder" title={t('session.keyFile.titleOf', { login })} />}
      <SecondPerson of={{ logins: logins.filter((each) => each !== login), keyFileLogins }} />
    </>
  );
}

function Done({ restored: { generation, at, head, newer }, onRestored }: { readonly restored: Restored; readonly onRestored: () => void }) {
  const { t } = useTexts();
  return (
    <>
      <Note tone="info"><strong>{t('backup.restore.done', { generation })}</strong><span>{t('backup.restore.compare')}</span></Note>
      {newer !== null && <Note tone="warn">{t('backup.restore.older', { newest: newer })}</Note>}
      <Definitions rows={[
        [t('backup.restore.at'), showDateTime(at)], [t('backup.restore.seq'), showNumber(head.seq)], [t('backup.restore.hash'), <Hash key="hash" hash={head.hash} />],
      ]} />
      <div><Button tone="main" takesFocus onClick={onRestored}>{t('backup.restore.unlock')}</Button></div>
    </>
  );
}
