import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { session } from '#app/contract/session.ts';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Panel } from '../../components/layout.tsx';
import { SecretField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { Strength } from './Strength.tsx';
import styles from './officers.module.css';

const schema = z.strictObject({ ...session.changePassphrase.input.shape, repeat: z.string() })
  .refine((typed) => typed.repeat === typed.new, { path: ['repeat'], error: 'differs' })
  .transform((typed) => ({ old: typed.old, new: typed.new }));
const { Frame, Field, useValues } = makeForm(schema);
const initial = { old: '', new: '', repeat: '' };

function TypedStrength() {
  const { control } = useValues();
  return <Strength passphrase={useWatch({ control, name: 'new' })} />;
}

export function OwnPassphrase() {
  const { t } = useTexts();
  const [round, setRound] = useState(0);
  return (
    <Panel title={t('officers.own.title')}>
      <Frame key={round} initial={initial} label={t('officers.own.title')} save={t('officers.own.save')} send={registry.session.changePassphrase}
        fieldOf={{ 'session.wrongPassphrase': 'old', 'session.weakPassphrase': 'new' }} onDone={() => { toast(t('officers.own.done')); setRound(round + 1); }}>
        <Field name="old">{(field) => <SecretField {...field} label={t('officers.own.old')} required />}</Field>
        <Field name="new">{(field) => <SecretField {...field} label={t('officers.own.new')} required />}</Field>
        <Field name="repeat">{({ error, ...field }) => <SecretField {...field} {...(error === undefined ? {} : { error: t('officers.own.differs') })} label={t('officers.own.repeat')} required />}</Field>
        <TypedStrength />
        <p className={styles['dim']}>{t('officers.own.what')}</p>
      </Frame>
    </Panel>
  );
}
