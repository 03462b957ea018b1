import { notices } from '#app/contract/exchange.ts';
import { DateField } from '../../components/DateField.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';

const { Frame, Field } = makeForm(notices.acknowledge.input);
const wrongDate = { 'date.inFuture': 'date', 'date.order': 'date' } as const;

export function AcknowledgeForm({ noticeId, onDone }: { readonly noticeId: string; readonly onDone: () => void }) {
  const { t } = useTexts();
  return (
    <Frame initial={{ noticeId, number: '', date: '' }} label={t('notices.acknowledge')} save={t('notices.acknowledge')} send={registry.notices.acknowledge}
      onDone={onDone} draft={`notice.${noticeId}`} fieldOf={wrongDate}>
      <Row>
        <Field name="number">{(field) => <TextField {...field} label={t('notices.acknowledgeNumber')} maxLength={60} />}</Field>
        <Field name="date">{(field) => <DateField {...field} label={t('notices.acknowledgeDate')} required />}</Field>
      </Row>
    </Frame>
  );
}
