import { useState } from 'react';
import { useWatch } from 'react-hook-form';
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
import { Strength } from '../../session/Strength.tsx';
import { useStrength } from '../../session/useStrength.ts';
import { KeyFileFields, keyFileChoices } from './KeyFileFields.tsx';
import styles from './officers.module.css';

const { old, new: next } = session.changePassphrase.input.shape;
const schema = z.strictObject({ old, new: next, repeat: z.string(), keyFile: z.enum(keyFileChoices), keyFolder: z.string(), newFolder: z.string() })
  .refine((typed) => typed.repeat === typed.new, { path: ['repeat'], error: 'differs' })
  .refine((typed) => typed.keyFile !== 'new' || typed.newFolder.trim() !== '', { path: ['newFolder'], error: 'empty' })
  .transform((typed) => ({
    old: typed.old, new: typed.new, keyFolder: typed.keyFolder.trim() === '' ? null : typed.keyFolder.trim(), keyFile: typed.keyFile === 'new' ? { newIn: typed.newFolder.trim() } : typed.keyFile,
  }));
const { Frame, Field, useValues } = makeForm(schema);
const initial: z.input<typeof schema> = { old: '', new: '', repeat: '', keyFile: 'keep', keyFolder: '', newFolder: '' };

function TypedStrength() {
  const { control } = useValues();
  const { officer } = useSession();
  const passphrase = useWatch({ control, name: 'new' });
  return <Strength passphrase={passphrase} judged={useStrength(passphrase, officer.login, officer.name)} />;
}

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
        fieldOf={{ 'session.wrongPassphrase': 'old', 'session.weakPassphrase': 'new', 'keyFile.missing': 'keyFolder', 'keyFile.foreign': 'keyFolder', 'keyFile.damaged': 'keyFolder', 'keyFile.notWritable': 'newFolder' }}
        onDone={({ keyFile }) => { toast(t('officers.own.done')); setMade(keyFile); setRound(round + 1); ask(); }}>
        <Field name="old">{(field) => <SecretField {...field} label={t('officers.own.old')} required />}</Field>
        <Field name="new">{(field) => <SecretField {...field} label={t('officers.own.new')} required />}</Field>
        <Field name="repeat">{({ error, ...field }) => <SecretField {...field} {...(error === undefined ? {} : { error: t('officers.own.differs') })} label={t('officers.own.repeat')} required />}</Field>
        <TypedStrength />
        <KeyFileFields has={status.keyFileLogins.includes(officer.login)} />
        <p className={styles['dim']}>{t('officers.own.what')}</p>
      </Frame>
    </Panel>
  );
}
