import { materials } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';

const { Frame, Field } = makeForm(materials.admit.input);

/** The director's decision on what was received and not admitted; main judges anew as things stand today (R3.3). */
export function AdmitDialog({ row, onClose }: { readonly row: MaterialRow; readonly onClose: () => void }) {
  const { t } = useTexts();
  const title = t('card.admit.title', { number: row.regNo });
  return (
    <Dialog open onClose={onClose} title={title}>
      <Frame initial={{ materialId: row.id, basis: '' }} label={title} save={t('card.admit.save')} send={registry.materials.admit} onCancel={onClose}
        onDone={() => { toast(t('card.admit.done', { number: row.regNo })); onClose(); }}>
        <p>{t('card.admit.what')}</p>
        <Field name="basis">{(field) => <TextField {...field} label={t('card.admit.basis')} required takesFocus />}</Field>
      </Frame>
    </Dialog>
  );
}
