import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Button } from '../../components/Button.tsx';
import { RadioField } from '../../components/CheckField.tsx';
import { Choice } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { DocumentField, useDocumentValues } from './documentForm.ts';
import { RequestDrawer } from './RequestDrawer.tsx';
import styles from './register.module.css';

const forms = ['oneOff', 'standing', 'initiative'] as const;
const nothing = {};

/** The request that this answers: of another body, and of the form that was chosen (Art. 4). */
function RequestField({ kind, sender }: { readonly kind: 'oneOff' | 'standing'; readonly sender: string }) {
  const { t } = useTexts();
  const { setValue } = useDocumentValues();
  const [recording, setRecording] = useState(false);
  const { value } = useQuestion(registry.requests.list, nothing);
  const choices = (value ?? []).filter((each) => each.kind === kind && each.from !== sender)
    .map((each) => ({ value: each.id, label: t('register.request.choice', { from: each.from, number: each.number, date: showDate(each.date), topic: each.topic }) }));
  return (
    <div className={styles['withButton']}>
      <DocumentField name="requestId">
        {(field) => <Choice {...field} label={t('register.request.label')} description={value && choices.length === 0 ? t('register.request.none') : undefined} choices={choices} searchable clearable required />}
      </DocumentField>
      <Button icon="add" onClick={() => setRecording(true)}>{t('register.request.record')}</Button>
      <RequestDrawer open={recording} kind={kind} sender={sender} onClose={() => setRecording(false)}
        onRecorded={(requestId) => { setRecording(false); setValue('requestId', requestId, { shouldDirty: true }); }} />
    </div>
  );
}

/** The sender's number and date, and which of the three forms of exchange this is (Art. 4, 5). */
export function ReferenceFields({ sender }: { readonly sender: string }) {
  const { t } = useTexts();
  const { setValue, control } = useDocumentValues();
  const basis = useWatch({ control, name: 'basis' });
  const choices = forms.map((value) => ({ value, label: t(`register.basis.${value}`) }));
  return (
    <>
      <Row spans={[3, 2, 7]}>
        <DocumentField name="senderNumber">{(field) => <TextField {...field} label={t('register.document.senderNumber')} required takesFocus />}</DocumentField>
        <DocumentField name="senderDate">{(field) => <DateField {...field} label={t('register.document.senderDate')} required />}</DocumentField>
        <DocumentField name="basis">
          {(field) => <RadioField {...field} label={t('register.basis.label')} choices={choices} required
            onChange={(next) => { field.onChange(next); setValue('requestId', null, { shouldDirty: true }); }} />}
        </DocumentField>
      </Row>
      {(basis === 'oneOff' || basis === 'standing') && <RequestField key={basis} kind={basis} sender={sender} />}
    </>
  );
}
