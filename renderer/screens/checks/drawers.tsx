import { z } from 'zod';
import { certificate, certified, check, checkObjects, checkResults, staffCheck, staffCheckKinds } from '#app/checks/acts.ts';
import { CheckField, RadioField } from '../../components/CheckField.tsx';
import { Choice } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { choice } from '../reference/fields.ts';
import { useOfficials } from './officials.ts';

interface Opened { readonly onClose: () => void }

const ofCheck = makeForm(z.strictObject({ ...check.shape, kind: choice(check.shape.kind), result: choice(check.shape.result) }));

/** A check of premises or technical means, as its paper has it (R12.4). */
export function CheckDrawer({ onClose }: Opened) {
  const { t } = useTexts();
  const today = useSession().status.now.slice(0, 10);
  const title = t('checks.acts.check');
  return (
    <Drawer open onClose={onClose} title={title}>
      <ofCheck.Frame initial={{ kind: null, object: '', date: today, result: null, remarks: '', nextDue: '', document: { number: '', date: '' } }} label={title} save={t('checks.save')} send={registry.checks.record}
        onCancel={onClose} draft="check" fieldOf={{ 'check.nextNotLater': 'nextDue', 'check.remarksMissing': 'remarks', 'date.inFuture': 'date' }} onDone={() => { toast(t('checks.done')); onClose(); }}>
        <ofCheck.Field name="kind">{(field) => <RadioField {...field} label={t('checks.columns.kind')} required choices={checkObjects.map((value) => ({ value, label: t(`checks.objects.${value}`) }))} />}</ofCheck.Field>
        <ofCheck.Field name="object">{(field) => <TextField {...field} label={t('checks.columns.object')} description={t('checks.objectHint')} required takesFocus maxLength={160} />}</ofCheck.Field>
        <ofCheck.Field name="result">{(field) => <RadioField {...field} label={t('checks.columns.result')} required choices={checkResults.map((value) => ({ value, label: t(`checks.results.${value}`) }))} />}</ofCheck.Field>
        <ofCheck.Field name="remarks">{(field) => <TextField {...field} label={t('checks.remarks')} maxLength={1000} />}</ofCheck.Field>
        <Row>
          <ofCheck.Field name="date">{(field) => <DateField {...field} label={t('checks.columns.date')} required />}</ofCheck.Field>
          <ofCheck.Field name="nextDue">{(field) => <DateField {...field} label={t('checks.columns.next')} required />}</ofCheck.Field>
        </Row>
        <Row>
          <ofCheck.Field name="document.number">{(field) => <TextField {...field} label={t('checks.documentNumber')} required maxLength={60} />}</ofCheck.Field>
          <ofCheck.Field name="document.date">{(field) => <DateField {...field} label={t('checks.documentDate')} required />}</ofCheck.Field>
        </Row>
      </ofCheck.Frame>
    </Drawer>
  );
}

const ofStaff = makeForm(z.strictObject({ ...staffCheck.shape, officerId: choice(staffCheck.shape.officerId), kind: choice(staffCheck.shape.kind) }));

/** That an official was checked: the code of the result alone, never what the check found (R12.3). */
export function StaffCheckDrawer({ onClose }: Opened) {
  const { t } = useTexts();
  const today = useSession().status.now.slice(0, 10);
  const officials = useOfficials();
  const title = t('checks.acts.staff');
  return (
    <Drawer open onClose={onClose} title={title}>
      <ofStaff.Frame initial={{ officerId: null, kind: null, technicalMeans: false, date: today, code: '', nextDue: '' }} label={title} save={t('checks.save')} send={registry.checks.recordStaff}
        onCancel={onClose} draft="staff check" fieldOf={{ 'check.nextNotLater': 'nextDue', 'date.inFuture': 'date', 'officer.notFound': 'officerId' }} onDone={() => { toast(t('checks.done')); onClose(); }}>
        <p>{t('checks.staffWhat')}</p>
        <ofStaff.Field name="officerId">{(field) => <Choice {...field} label={t('checks.columns.official')} required takesFocus choices={officials} />}</ofStaff.Field>
        <ofStaff.Field name="kind">{(field) => <RadioField {...field} label={t('checks.columns.kind')} required choices={staffCheckKinds.map((value) => ({ value, label: t(`checks.staffKinds.${value}`) }))} />}</ofStaff.Field>
        <ofStaff.Field name="technicalMeans">{(field) => <CheckField {...field} label={t('checks.withMeans')} />}</ofStaff.Field>
        <ofStaff.Field name="code">{(field) => <TextField {...field} label={t('checks.columns.code')} required maxLength={20} />}</ofStaff.Field>
        <Row>
          <ofStaff.Field name="date">{(field) => <DateField {...field} label={t('checks.columns.date')} required />}</ofStaff.Field>
          <ofStaff.Field name="nextDue">{(field) => <DateField {...field} label={t('checks.columns.next')} required />}</ofStaff.Field>
        </Row>
      </ofStaff.Frame>
    </Drawer>
  );
}

const ofCertificate = makeForm(z.strictObject({ ...certificate.shape, kind: choice(certificate.shape.kind) }));

/** The certificate of a means of processing (R10.3). */
export function CertificateDrawer({ onClose }: Opened) {
  const { t } = useTexts();
  const title = t('checks.acts.certificate');
  return (
    <Drawer open onClose={onClose} title={title}>
      <ofCertificate.Frame initial={{ kind: null, tool: '', number: '', issuer: '', from: '', to: '' }} label={title} save={t('checks.save')} send={registry.checks.recordCertificate}
        onCancel={onClose} draft="certificate" fieldOf={{ 'check.periodEmpty': 'to' }} onDone={() => { toast(t('checks.done')); onClose(); }}>
        <p>{t('checks.certificateWhat')}</p>
        <ofCertificate.Field name="kind">{(field) => <RadioField {...field} label={t('checks.columns.kind')} required choices={certified.map((value) => ({ value, label: t(`checks.certified.${value}`) }))} />}</ofCertificate.Field>
        <ofCertificate.Field name="tool">{(field) => <TextField {...field} label={t('checks.columns.tool')} required takesFocus maxLength={160} />}</ofCertificate.Field>
        <ofCertificate.Field name="number">{(field) => <TextField {...field} label={t('checks.columns.number')} required maxLength={60} />}</ofCertificate.Field>
        <ofCertificate.Field name="issuer">{(field) => <TextField {...field} label={t('checks.columns.issuer')} required maxLength={160} />}</ofCertificate.Field>
        <Row>
          <ofCertificate.Field name="from">{(field) => <DateField {...field} label={t('checks.columns.from')} required />}</ofCertificate.Field>
          <ofCertificate.Field name="to">{(field) => <DateField {...field} label={t('checks.columns.to')} required />}</ofCertificate.Field>
        </Row>
      </ofCertificate.Frame>
    </Drawer>
  );
}
