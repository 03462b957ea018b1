import { z } from 'zod';
import { sourceKinds } from '#app/agreement/evaluation.ts';
import { corrections } from '#app/contract/corrections.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { Choice } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { Note } from '../../components/notes.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { sourceKindName } from '../materials/words.ts';
import { toldInWords } from './restrictionWords.ts';

const { typed, sourceKind, instruction } = corrections.reviseEvaluation.input.shape;
const { Frame, Field } = makeForm(z.strictObject({ typed, sourceKind, instruction }));

/** The originator's later evaluation, by its own paper; the first stays beside it (R15.5). */
export function ReviseDrawer({ row, onClose }: { readonly row: MaterialRow; readonly onClose: () => void }) {
  const { t, language } = useTexts();
  return (
    <Drawer open onClose={onClose} title={t('card.evaluation.reviseTitle', { regNo: row.regNo })} degree={row.degree}>
      <Frame initial={{ typed: '', sourceKind: null, instruction: { number: '', date: '' } }} label={t('card.evaluation.revise')} save={t('card.evaluation.revise')} draft={`revise.${row.id}`} onCancel={onClose}
        send={(revision) => registry.corrections.reviseEvaluation({ materialId: row.id, ...revision })}
        fieldOf={{ 'evaluation.invalid': 'typed', 'evaluation.unchanged': 'typed', 'date.inFuture': 'instruction.date', 'date.order': 'instruction.date' }}
        onDone={({ notices }) => { toast(toldInWords({ notices, outOfScope: [] }, t, t('card.rectify.none'))); onClose(); }}>
        <Note tone="info">{t('card.rectify.byOriginator', { body: row.originator })}</Note>
        <Row>
          <Field name="instruction.number">{(field) => <TextField {...field} label={t('card.rights.number')} required takesFocus />}</Field>
          <Field name="instruction.date">{(field) => <DateField {...field} label={t('card.rights.date')} required />}</Field>
        </Row>
        <Row>
          <Field name="typed">{(field) => <TextField {...field} label={t('card.evaluation.code')} required />}</Field>
          <Field name="sourceKind">{(field) => <Choice {...field} label={t('materials.column.sourceKind')} choices={sourceKinds.map((value) => ({ value, label: sourceKindName(value, language) }))} clearable />}</Field>
        </Row>
      </Frame>
    </Drawer>
  );
}
