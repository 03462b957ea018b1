import { useState } from 'react';
import { z } from 'zod';
import { session } from '#app/contract/session.ts';
import type { Answer } from '#app/contract/index.ts';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { SecretField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { differs, NewPassphrase, typedTwice } from '../../session/NewPassphrase.tsx';
import { KeyFileFields, keyFileChoices } from './KeyFileFields.tsx';
import styles from './officers.module.css';

const { old, new: next } = session.changePassphrase.input.shape;
const schema = z.strictObject({ old, passphrase: next, repeated: z.string(), keyFile: z.enum(keyFileChoices), keyFolder: z.string().nullable(), newFolder: z.string() })
  .refine(typedTwice, differs)
  .refine((typed) => typed.keyFile !== 'new' || typed.newFolder.trim() !== '', { path: ['newFolder'], error: 'empty' })
  .transform((typed) => ({
    old: typed.old, new: typed.passphrase, keyFolder: typed.keyFolder?.trim() || null, keyFile: typed.keyFile === 'new' ? { newIn: typed.newFolder.trim() } : typed.keyFile,
  }));
const { Frame, Field } = makeForm(schema);
const initial: z.input<typeof schema> = { old: '', passphrase: '', repeated: '', keyFile: 'keep', keyFolder: null, newFolder: '' };

/** One's own passphrase, and the key file besides it: made, replaced or given up with it and at no other time. */
export function OwnPassphrase() {
  const { t } = useTexts();
  const { status, officer, ask } = useSession();
  const [round, setRound] = useState(0);
  const [made, setMade] = useState<Answer<'session.changePassphrase'>['keyFile']>(null);
  return (
    <Panel title={t('officers.own.title')}>
      {status.weaklySealed && <Note tone="warn">{t('session.weaklySealed')}</Note>}
      {made && <Note tone={made.ownDisk ? 'warn' : 'info'}>{t('session.keyFile.made', { path: made.path })}{made.ownDisk && <> {t('session.keyFile.ownDisk')}</>}</Note>}
      <Frame key={round} initial={initial} label={t('officers.own.title')} save={t('officers.own.save')} send={registry.session.changePassphrase}
        fieldOf={{ 'session.wrongPassphrase': 'old', 'session.weakPassphrase': 'passphrase', 'keyFile.missing': 'keyFolder', 'keyFile.foreign': 'keyFolder', 'keyFile.damaged': 'keyFolder', 'keyFile.notWritable': 'newFolder' }}
        onDone={({ keyFile }) => { toast(t('officers.own.done')); setMade(keyFile); setRound(round + 1); ask(); }}>
        <Field name="old">{(field) => <SecretField {...field} label={t('officers.own.old')} required />}</Field>
        <NewPassphrase label={t('officers.own.new')} again={t('officers.own.repeat')} login={officer.login} name={officer.name} />
        <KeyFileFields has={status.keyFileLogins.includes(officer.login)} />
        <p className={styles['dim']}>{t('officers.own.what')}</p>
      </Frame>
    </Panel>
  );
}
