import { z } from 'zod';
import { corrections } from '#app/contract/corrections.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { Note } from '../../components/notes.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { toldInWords } from './restrictionWords.ts';

const { text, instruction } = corrections.rectify.input.shape;
const { Frame, Field } = makeForm(z.strictObject({ text, instruction }));

/** What the originator reports of an error in personal data: beside the block as received, which never changes (R8.9). */
export function RectifyDrawer({ row, onClose }: { readonly row: MaterialRow; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Drawer open onClose={onClose} title={t('card.rectify.title', { regNo: row.regNo })} degree={row.degree}>
      <Frame initial={{ text: '', instruction: { number: '', date: '' } }} label={t('card.act.rectify')} save={t('card.rectify.save')} draft={`rectify.${row.id}`} onCancel={onClose}
        send={(correction) => registry.corrections.rectify({ materialId: row.id, ...correction })} fieldOf={{ 'date.inFuture': 'instruction.date', 'date.order': 'instruction.date' }}
        onDone={({ notices }) => { toast(toldInWords({ notices, outOfScope: [] }, t, t('card.rectify.none'))); onClose(); }}>
        <Note tone="info">{t('card.rectify.byOriginator', { body: row.originator })}</Note>
        <Row>
          <Field name="instruction.number">{(field) => <TextField {...field} label={t('card.rights.number')} required takesFocus />}</Field>
          <Field name="instruction.date">{(field) => <DateField {...field} label={t('card.rights.date')} required />}</Field>
        </Row>
        <Field name="text">{(field) => <TextField {...field} label={t('card.rectify.text')} required maxLength={2000} />}</Field>
      </Frame>
    </Drawer>
  );
}
