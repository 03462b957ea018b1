import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { agreementEvent, agreementEventKind } from '#app/contract/shapes/reference.ts';
import { Choice, Combobox } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { choice, openDate } from './fields.ts';
import { useStates } from '../common/useStates.ts';

/** Kinds whose document names a date of effect of its own; for the others it is computed. */
const dated = ['depositaryNotice', 'withdrawalNotice'] as const;

const { shape } = agreementEvent;
const schema = z.strictObject({ ...shape, kind: choice(agreementEventKind), effectiveDate: openDate })
  // Only the depositary's notice of the general date is about no State (Art. 23).
  .refine(({ kind, state }) => state !== null || kind === 'depositaryNotice', { path: ['state'], error: 'choose' })
  // A date typed for another kind is not sent along with this one.
  .transform((event) => (dated.some((each) => each === event.kind) ? event : { ...event, effectiveDate: null }));
type Values = z.input<typeof schema>;
const { Frame, Field, useValues } = makeForm(schema);
const initial: Values = { kind: null, state: null, date: '', document: '', effectiveDate: '', note: '' };

/** Only the depositary may speak of all States at once; then the field stays empty. */
function About() {
  const { t } = useTexts();
  const { choices } = useStates();
  const { control } = useValues();
  const general = useWatch({ control, name: 'kind' }) === 'depositaryNotice';
  return (
    <Field name="state">
      {(field) => <Choice {...field} label={t('reference.events.state')} choices={choices} searchable clearable required={!general} {...(general ? { placeholder: t('reference.events.allStates') } : {})} />}
    </Field>
  );
}

function Effective() {
  const { t } = useTexts();
  const { control } = useValues();
  const kind = useWatch({ control, name: 'kind' });
  const own = dated.find((each) => each === kind);
  if (own === undefined) return null;
  return <Field name="effectiveDate">{(field) => <DateField {...field} value={field.value ?? ''} label={t('reference.events.effective')} description={t(`reference.events.effectiveHint.${own}`)} />}</Field>;
}

export function EventDrawer({ open, onClose, onRecorded }: { readonly open: boolean; readonly onClose: () => void; readonly onRecorded: (id: string) => void }) {
  const { t } = useTexts();
  const kinds = agreementEventKind.options.map((value) => ({ value, label: t(`reference.events.kinds.${value}`) }));
  return (
    <Drawer open={open} onClose={onClose} title={t('reference.events.act.record')}>
      <Frame initial={initial} label={t('reference.events.act.record')} draft="reference.event" save={t('reference.events.act.record')} send={registry.reference.recordEvent} onCancel={onClose}
        fieldOf={{ 'event.inFuture': 'date', 'event.dateInvalid': 'date', 'event.documentMissing': 'document', 'event.withdrawalTooEarly': 'effectiveDate', 'event.stateUnknown': 'state' }}
        onDone={({ eventId }) => { toast(t('reference.events.done')); onRecorded(eventId); onClose(); }}>
        <Field name="kind">{(field) => <Combobox {...field} label={t('reference.events.kind')} choices={kinds} required takesFocus />}</Field>
        <About />
        <Row>
          <Field name="date">{(field) => <DateField {...field} label={t('reference.events.date')} description={t('reference.events.dateHint')} required />}</Field>
          <Effective />
        </Row>
        <Field name="document">{(field) => <TextField {...field} label={t('reference.document')} description={t('reference.documentHint')} required />}</Field>
        <Field name="note">{(field) => <TextField {...field} label={t('reference.events.note')} />}</Field>
      </Frame>
    </Drawer>
  );
}
