import { z } from 'zod';
import { materials } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';

const { Frame, Field } = makeForm(z.strictObject({ text: materials.annotate.input.shape.text }));

/** The Centre's remark stands beside the block as received, which never changes (Art. 11). */
export function AnnotateDrawer({ row, onClose }: { readonly row: MaterialRow; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Drawer open onClose={onClose} title={t('card.annotate.title', { regNo: row.regNo })} degree={row.degree}>
      <Frame initial={{ text: '' }} label={t('card.act.annotate')} save={t('card.annotate.save')} draft={`annotate.${row.id}`} onCancel={onClose}
        send={({ text }) => registry.materials.annotate({ materialId: row.id, text })} onDone={onClose}>
        <Field name="text">{(field) => <TextField {...field} label={t('card.annotate.text')} description={t('card.annotate.hint')} required takesFocus maxLength={2000} />}</Field>
      </Frame>
    </Drawer>
  );
}
