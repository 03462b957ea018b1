import { notices } from '#app/contract/exchange.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';

const { Frame, Field } = makeForm(notices.cancel.input);

/** A draft that will not go out stays readable, with the reason. */
export function CancelDialog({ noticeId, open, onClose }: { readonly noticeId: string; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog open={open} onClose={onClose} title={t('notices.cancel')} size="small">
      <Frame initial={{ noticeId, reason: '' }} label={t('notices.cancel')} save={t('notices.cancel')} send={registry.notices.cancel} onCancel={onClose}
        onDone={() => { toast(t('notices.cancelledDone')); onClose(); }}>
        <Field name="reason">{(field) => <TextField {...field} label={t('notices.reason')} required takesFocus maxLength={400} />}</Field>
      </Frame>
    </Dialog>
  );
}
