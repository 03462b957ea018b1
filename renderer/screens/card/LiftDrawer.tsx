import { restrictions } from '#app/contract/materials.ts';
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

const { Frame, Field } = makeForm(restrictions.lift.input.shape.instruction);

/** A restriction falls as it came: by the originator's written instruction, which stays on record beside it (Art. 9). */
export function LiftDrawer({ row, restrictionId, rule, onClose }: { readonly row: MaterialRow; readonly restrictionId: string; readonly rule: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Drawer open onClose={onClose} title={t('card.rights.liftTitle', { regNo: row.regNo })} degree={row.degree}>
      <Frame initial={{ number: '', date: '' }} label={t('card.rights.lift')} save={t('card.rights.lift')} draft={`lift.${restrictionId}`} onCancel={onClose}
        send={(instruction) => registry.restrictions.lift({ materialId: row.id, restrictionId, instruction })} fieldOf={{ 'date.inFuture': 'date' }}
        onDone={(told) => { toast(toldInWords(told, t, t('card.rights.liftDone'))); onClose(); }}>
        <Note tone="info"><strong>{rule}</strong><span>{t('card.rights.byOriginator', { body: row.originator })}</span></Note>
        <Row>
          <Field name="number">{(field) => <TextField {...field} label={t('card.rights.number')} required takesFocus />}</Field>
          <Field name="date">{(field) => <DateField {...field} label={t('card.rights.date')} required />}</Field>
        </Row>
      </Frame>
    </Drawer>
  );
}
