import { DateField } from '../components/DateField.tsx';
import { TextField } from '../components/TextField.tsx';
import { isCivilDate } from '#app/agreement/civilDate.ts';
import { useTexts } from '../language/texts.ts';
import styles from './Gate.module.css';

export interface AppointmentValues {
  readonly order: { readonly number: string; readonly date: string };
  readonly clearance: { readonly issuer: string; readonly number: string; readonly to: string };
}

export const noAppointment: AppointmentValues = { order: { number: '', date: '' }, clearance: { issuer: '', number: '', to: '' } };

export const isAppointed = ({ order, clearance }: AppointmentValues): boolean =>
  [order.number, clearance.issuer, clearance.number].every((text) => text.trim() !== '') && isCivilDate(order.date) && isCivilDate(clearance.to);

/** The order that appoints the director and the certificate of his clearance: the founding grant rests on them (Art. 10). */
export function Appointment({ value, onChange }: { readonly value: AppointmentValues; readonly onChange: (value: AppointmentValues) => void }) {
  const { t } = useTexts();
  const { order, clearance } = value;
  return (
    <>
      <p className={styles['muted']}>{t('session.first.appointment')}</p>
      <div className={styles['two']}>
        <TextField label={t('session.first.order')} value={order.number} onChange={(number) => onChange({ ...value, order: { ...order, number } })} maxLength={60} required />
        <DateField label={t('session.first.orderDate')} value={order.date} onChange={(date) => onChange({ ...value, order: { ...order, date } })} required />
        <TextField label={t('session.first.clearanceIssuer')} description={t('session.first.clearanceIssuerHint')} value={clearance.issuer} onChange={(issuer) => onChange({ ...value, clearance: { ...clearance, issuer } })} maxLength={160} required />
        <TextField label={t('session.first.clearanceNumber')} value={clearance.number} onChange={(number) => onChange({ ...value, clearance: { ...clearance, number } })} maxLength={60} required />
        <DateField label={t('session.first.clearanceTo')} value={clearance.to} onChange={(to) => onChange({ ...value, clearance: { ...clearance, to } })} required />
      </div>
    </>
  );
}
