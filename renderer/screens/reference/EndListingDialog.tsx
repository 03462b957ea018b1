import { z } from 'zod';
import { civilDate, line } from '#app/contract/shapes/text.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { BodyRow } from './BodiesTab.tsx';

const { Frame, Field } = makeForm(z.strictObject({ listedTo: civilDate, document: line(200) }));

/** The last day on the list, with the letter that says so; the body and all it gave stay (R3.4). */
export function EndListingDialog({ open, body, onClose }: { readonly open: boolean; readonly body: BodyRow; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { listed: _, listings: __, fingerprint: ___, keys: ____, ...standing } = body;
  return (
    <Dialog open={open} onClose={onClose} title={`${t('reference.bodies.act.end')}: ${body.code}`}>
      <Frame initial={{ listedTo: '', document: '' }} label={t('reference.bodies.act.end')} save={t('reference.bodies.act.end')} onCancel={onClose}
        send={({ listedTo, document }) => registry.reference.recordBody({ ...standing, listedTo, document })} fieldOf={{ 'body.listingEndsBeforeStart': 'listedTo' }}
        onDone={() => { toast(t('reference.bodies.done.recorded', { code: body.code })); onClose(); }}>
        <Field name="listedTo">{(field) => <DateField {...field} label={t('reference.bodies.to')} required takesFocus />}</Field>
        <Field name="document">{(field) => <TextField {...field} label={t('reference.document')} description={t('reference.documentHint')} required />}</Field>
      </Frame>
    </Dialog>
  );
}
