import { DateField } from '../components/DateField.tsx';
import { fieldIn } from '../components/form/makeForm.tsx';
import { TextField } from '../components/TextField.tsx';
import { useTexts } from '../language/texts.ts';

export const noAppointment = { order: { number: '', date: '' }, clearance: { issuer: '', number: '', to: '' } };
const Field = fieldIn<typeof noAppointment>();

/** The order that appoints the director and the certificate of his clearance, in any form that has them: his grant rests on them (Art. 10). */
export function Appointment() {
  const { t } = useTexts();
  return (
    <>
      <Field name="order.number">{(field) => <TextField {...field} label={t('session.first.order')} required maxLength={60} />}</Field>
      <Field name="order.date">{(field) => <DateField {...field} label={t('session.first.orderDate')} required />}</Field>
      <Field name="clearance.issuer">{(field) => <TextField {...field} label={t('session.first.clearanceIssuer')} description={t('session.first.clearanceIssuerHint')} required maxLength={160} />}</Field>
      <Field name="clearance.number">{(field) => <TextField {...field} label={t('session.first.clearanceNumber')} required maxLength={60} />}</Field>
      <Field name="clearance.to">{(field) => <DateField {...field} label={t('session.first.clearanceTo')} required />}</Field>
    </>
  );
}
