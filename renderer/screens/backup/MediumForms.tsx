import { backup } from '#app/contract/backup.ts';
import { CheckField } from '../../components/CheckField.tsx';
import { Dialog, Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { MediumChooser } from '../common/MediumChooser.tsx';
import styles from '../officers/officers.module.css';
import type { Medium } from './Media.tsx';

const registering = makeForm(backup.registerMedium.input);
const checking = makeForm(backup.checkMedium.input);
const withdrawing = makeForm(backup.withdrawMedium.input);

/** A number of the Centre's own first, then the first copy: a medium without one takes nothing. */
export function RegisterMediumDrawer({ open, folder, onClose }: { readonly open: boolean; readonly folder: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { Frame, Field } = registering;
  return (
    <Drawer open={open} onClose={onClose} title={t('backup.register.title')}>
      <Frame initial={{ folder, number: '', description: '', place: '' }} label={t('backup.register.title')} save={t('backup.register.save')} onCancel={onClose}
        send={registry.backup.registerMedium} fieldOf={{ 'backup.numberTaken': 'number' }} onDone={(_, { number }) => { toast(t('backup.register.done', { number })); onClose(); }}>
        <Field name="number">{(field) => <TextField {...field} label={t('backup.register.number')} description={t('backup.register.numberHint')} required takesFocus />}</Field>
        <Field name="description">{(field) => <TextField {...field} label={t('backup.register.description')} />}</Field>
        <Field name="place">{(field) => <TextField {...field} label={t('backup.register.place')} description={t('backup.register.placeHint')} required />}</Field>
        <Field name="folder">{({ value, onChange }) => <MediumChooser folder={value} onFolder={onChange} writing />}</Field>
        <p className={styles['dim']}>{t('backup.register.what')}</p>
      </Frame>
    </Drawer>
  );
}

export function CheckMediumDialog({ medium, onClose }: { readonly medium: Medium; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { Frame, Field } = checking;
  const title = t('backup.check.title', { number: medium.number });
  return (
    <Dialog open onClose={onClose} title={title}>
      <Frame initial={{ mediumId: medium.id, present: true, place: medium.place }} label={title} save={t('backup.check.save')} onCancel={onClose} send={registry.backup.checkMedium}
        onDone={() => { toast(t('backup.check.done')); onClose(); }}>
        <Field name="present">{(field) => <CheckField {...field} label={t('backup.check.present')} takesFocus />}</Field>
        <Field name="place">{(field) => <TextField {...field} label={t('backup.register.place')} required />}</Field>
        <p className={styles['dim']}>{t('backup.check.what')}</p>
      </Frame>
    </Dialog>
  );
}

export function WithdrawMediumDialog({ medium, onClose }: { readonly medium: Medium; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { Frame, Field } = withdrawing;
  const title = t('backup.withdraw.title', { number: medium.number });
  return (
    <Dialog open onClose={onClose} title={title}>
      <Frame initial={{ mediumId: medium.id, reason: '' }} label={title} save={t('backup.withdraw.save')} onCancel={onClose} send={registry.backup.withdrawMedium}
        onDone={() => { toast(t('backup.withdraw.done')); onClose(); }}>
        <Field name="reason">{(field) => <TextField {...field} label={t('backup.reason')} required takesFocus />}</Field>
        <p className={styles['dim']}>{t('backup.withdraw.what')}</p>
      </Frame>
    </Dialog>
  );
}
