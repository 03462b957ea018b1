import { useMemo } from 'react';
import { CheckField } from '../../components/CheckField.tsx';
import { Combobox } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextArea, TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { requests } from '#app/contract/intake.ts';
import { bodyCode } from '#app/contract/shapes/reference.ts';
import { civilDate } from '#app/contract/shapes/text.ts';
import { z } from 'zod';
import { chosen } from '../../components/form/needed.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import { isSender } from './SenderFields.tsx';

const schema = z.strictObject({
  ...requests.record.input.shape, from: chosen(bodyCode),
  validTo: z.union([z.literal(''), civilDate]).transform((date) => (date === '' ? null : date)),
});
const { Frame, Field } = makeForm(schema);

/** Records the request of a body without leaving the document that answers it. */
export function RequestDrawer({ open, kind, sender, onClose, onRecorded }: {
  readonly open: boolean; readonly kind: 'oneOff' | 'standing'; readonly sender: string; readonly onClose: () => void; readonly onRecorded: (requestId: string) => void;
}) {
  const { t } = useTexts();
  const { optionsOf } = useBodyNames();
  const choices = useMemo(() => optionsOf(isSender), [optionsOf]);
  return (
    <Drawer open={open} onClose={onClose} title={t(`register.request.title.${kind}`)}>
      <Frame initial={{ kind, from: null, number: '', date: '', topic: '', personalData: false, justification: '', validTo: '' }} label={t(`register.request.title.${kind}`)}
        draft={`register.request.${kind}`} save={t('register.request.save')} send={registry.requests.record} onDone={({ requestId }) => onRecorded(requestId)} onCancel={onClose}
        fieldOf={{ 'date.inFuture': 'date', 'body.notListed': 'from', 'body.unknown': 'from' }}>
        <Field name="from">{(field) => <Combobox {...field} label={t('register.request.from')} choices={choices.filter((each) => each.value !== sender)} required takesFocus />}</Field>
        <Row>
          <Field name="number">{(field) => <TextField {...field} label={t('register.request.number')} required />}</Field>
          <Field name="date">{(field) => <DateField {...field} label={t('register.request.date')} required />}</Field>
          {kind === 'standing' ? <Field name="validTo">{(field) => <DateField {...field} label={t('register.request.validTo')} />}</Field> : null}
        </Row>
        <Field name="topic">{(field) => <TextField {...field} label={t('register.request.topic')} required />}</Field>
        <Field name="personalData">{(field) => <CheckField {...field} label={t('register.request.personalData')} description={t('register.request.personalDataMeans')} />}</Field>
        <Field name="justification">{(field) => <TextArea {...field} rows={3} label={t('register.request.justification')} />}</Field>
      </Frame>
    </Drawer>
  );
}
