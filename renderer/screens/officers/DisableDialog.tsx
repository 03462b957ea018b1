import { officers } from '#app/contract/session.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { Account } from './Accounts.tsx';
import styles from './officers.module.css';

const { Frame, Field } = makeForm(officers.disable.input);

export function DisableDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { login, name } = account;
  const title = t('officers.disable.title', { login });
  return (
    <Dialog open onClose={onClose} title={title}>
      <Frame initial={{ officerId: account.id, reason: '' }} label={title} save={t('officers.disable.save')} send={registry.officers.disable} onCancel={onClose}
        onDone={() => { toast(t('officers.disable.done', { login })); onClose(); }}>
        <strong>{name}</strong>
        <p className={styles['dim']}>{t('officers.disable.what')}</p>
        <Field name="reason">{(field) => <TextField {...field} label={t('officers.disable.reason')} required takesFocus />}</Field>
      </Frame>
    </Dialog>
  );
}
