import { access } from '#app/contract/access.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { documentWords, scopeWords, type Official, type ShownGrant } from './words.ts';
import styles from './access.module.css';

const { Frame, Field } = makeForm(access.revoke.input);

export function RevokeDialog({ official, grant, onClose }: { readonly official: Official; readonly grant: ShownGrant; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { name } = official.officer;
  const title = t('access.revoke.title', { name });
  return (
    <Dialog open onClose={onClose} title={title}>
      <Frame initial={{ grantId: grant.id, reason: '', document: { number: '', date: '' } }} label={title} save={t('access.revoke.save')} send={registry.access.revoke} onCancel={onClose}
        fieldOf={{ 'date.inFuture': 'document.date' }} onDone={() => { toast(t('access.revoke.done', { name })); onClose(); }}>
        <strong>{documentWords(grant.document, t)}, {scopeWords(grant, t)}</strong>
        <p className={styles['dim']}>{t('access.revoke.what')}</p>
        <Field name="reason">{(field) => <TextField {...field} label={t('access.revoke.reason')} required takesFocus maxLength={400} />}</Field>
        <Row>
          <Field name="document.number">{(field) => <TextField {...field} label={t('access.revoke.document')} required maxLength={60} />}</Field>
          <Field name="document.date">{(field) => <DateField {...field} label={t('access.revoke.date')} required />}</Field>
        </Row>
      </Frame>
    </Dialog>
  );
}
