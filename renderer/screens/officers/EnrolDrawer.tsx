import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { mayKeepAccountsOf, roles } from '#app/access/roles.ts';
import { officers } from '#app/contract/session.ts';
import { RadioField } from '../../components/CheckField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { differs, NewPassphrase, typedTwice } from '../../session/NewPassphrase.tsx';
import { choice } from '../reference/fields.ts';
import styles from './officers.module.css';

const { shape } = officers.enrol.input;
const schema = z.strictObject({ ...shape, role: choice(shape.role), repeated: z.string() })
  .refine(typedTwice, differs)
  .transform(({ login, name, role, passphrase }) => ({ login, name, role, passphrase }));
type Values = z.input<typeof schema>;
const { Frame, Field, useValues } = makeForm(schema);
const initial: Values = { login: '', name: '', role: null, passphrase: '', repeated: '' };

function RoleMeaning() {
  const { t } = useTexts();
  const { control } = useValues();
  const role = useWatch({ control, name: 'role' });
  return <p className={styles['dim']} aria-live="polite">{role === null ? '' : t(`officers.enrol.means.${role}`)}</p>;
}

function Passphrase() {
  const { t } = useTexts();
  const { control } = useValues();
  const [login, name] = useWatch({ control, name: ['login', 'name'] });
  return <NewPassphrase label={t('session.passphrase')} again={t('session.first.repeat')} login={login} name={name} />;
}

/** An account with the keys of its role and no others (Art. 10, 11). A passphrase is never kept as a draft. */
export function EnrolDrawer({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const choices = roles.filter((role) => mayKeepAccountsOf(officer.role, role)).map((value) => ({ value, label: t(`frame.roles.${value}`) }));
  return (
    <Drawer open={open} onClose={onClose} title={t('officers.enrol.title')}>
      <Frame initial={initial} label={t('officers.enrol.title')} save={t('officers.enrol.save')} onCancel={onClose}
        send={registry.officers.enrol} fieldOf={{ 'officer.loginTaken': 'login', 'session.weakPassphrase': 'passphrase' }}
        onDone={(_, { login }) => { toast(t('officers.enrol.done', { login })); onClose(); }}>
        <Field name="name">{(field) => <TextField {...field} label={t('officers.accounts.name')} description={t('officers.enrol.nameHint')} required takesFocus />}</Field>
        <Field name="login">{(field) => <TextField {...field} label={t('officers.accounts.login')} description={t('officers.enrol.loginHint')} required />}</Field>
        <Field name="role">{(field) => <RadioField {...field} label={t('officers.accounts.role')} choices={choices} required />}</Field>
        <RoleMeaning />
        <Passphrase />
        <p className={styles['dim']}>{t('officers.enrol.handOver')}</p>
        <p className={styles['dim']}>{t('officers.enrol.then')}</p>
      </Frame>
    </Drawer>
  );
}
