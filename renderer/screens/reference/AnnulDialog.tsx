import { reference } from '#app/contract/reference.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { EventRow } from './EventsTab.tsx';
import styles from './reference.module.css';

const { Frame, Field } = makeForm(reference.annulEvent.input);

/** A wrong record is not taken back: it is annulled, with the reason, and stays (Art. 11). */
export function AnnulDialog({ open, event, about, onClose }: { readonly open: boolean; readonly event: EventRow; readonly about: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog open={open} onClose={onClose} title={t('reference.events.annulTitle')}>
      <Frame initial={{ eventId: event.id, reason: '' }} label={t('reference.events.annulTitle')} save={t('reference.events.act.annul')} send={registry.reference.annulEvent} onCancel={onClose}
        onDone={() => { toast(t('reference.events.annulDone')); onClose(); }}>
        <strong>{about}</strong>
        <p className={styles['dim']}>{t('reference.events.annulWhat')}</p>
        <Field name="reason">{(field) => <TextField {...field} label={t('reference.events.reason')} required takesFocus />}</Field>
      </Frame>
    </Dialog>
  );
}
