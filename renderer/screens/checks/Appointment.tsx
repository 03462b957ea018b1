import { z } from 'zod';
import { appointment } from '#app/checks/acts.ts';
import { checks } from '#app/contract/checks.ts';
import { Choice } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Dialog, Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { choice } from '../reference/fields.ts';
import { useOfficials } from './officials.ts';

const appoint = makeForm(z.strictObject({ ...appointment.shape, officerId: choice(appointment.shape.officerId) }));
const end = makeForm(checks.endAppointment.input);

/** By which order, with which powers and for how long an official answers for information security (R12.6). */
export function AppointDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const today = useSession().status.now.slice(0, 10);
  // Who registers or analyses does not watch over himself.
  const officials = useOfficials((role) => role !== 'registrar' && role !== 'analyst');
  const title = t('checks.acts.appoint');
  return (
    <Drawer open onClose={onClose} title={title}>
      <appoint.Frame initial={{ officerId: null, powers: '', from: today, to: '', document: { number: '', date: '' } }} label={title} save={t('checks.save')} send={registry.checks.appoint}
        onCancel={onClose} fieldOf={{ 'responsible.unfit': 'officerId', 'officer.notFound': 'officerId', 'check.periodEmpty': 'to', 'date.inFuture': 'document.date' }} onDone={() => { toast(t('checks.done')); onClose(); }}>
        <appoint.Field name="officerId">{(field) => <Choice {...field} label={t('checks.columns.official')} required takesFocus choices={officials} />}</appoint.Field>
        <appoint.Field name="powers">{(field) => <TextField {...field} label={t('checks.columns.powers')} required maxLength={400} />}</appoint.Field>
        <Row>
          <appoint.Field name="from">{(field) => <DateField {...field} label={t('checks.columns.from')} required />}</appoint.Field>
          <appoint.Field name="to">{(field) => <DateField {...field} label={t('checks.columns.to')} required />}</appoint.Field>
        </Row>
        <Row>
          <appoint.Field name="document.number">{(field) => <TextField {...field} label={t('checks.documentNumber')} required maxLength={60} />}</appoint.Field>
          <appoint.Field name="document.date">{(field) => <DateField {...field} label={t('checks.documentDate')} required />}</appoint.Field>
        </Row>
      </appoint.Frame>
    </Drawer>
  );
}

export function EndDialog({ appointment: { id, name }, onClose }: { readonly appointment: { readonly id: string; readonly name: string }; readonly onClose: () => void }) {
  const { t } = useTexts();
  const title = t('checks.end.of', { name });
  return (
    <Dialog open onClose={onClose} title={title} size="small">
      <end.Frame initial={{ appointmentId: id, reason: '' }} label={title} save={t('checks.end.act')} send={registry.checks.endAppointment} onCancel={onClose} onDone={() => { toast(t('checks.done')); onClose(); }}>
        <end.Field name="reason">{(field) => <TextField {...field} label={t('checks.end.reason')} required takesFocus maxLength={400} />}</end.Field>
      </end.Frame>
    </Dialog>
  );
}
