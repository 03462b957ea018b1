import type { ReactNode } from 'react';
import type { IncidentStep } from '#app/incidents/steps.ts';
import type { Result } from '../../contract/client.ts';
import { RadioField } from '../../components/CheckField.tsx';
import { Choice } from '../../components/Choice.tsx';
import { DateField, DateTimeField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { MultiChoice } from '../../components/MultiChoice.tsx';
import { TextArea, TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import type { Breach } from './BreachCard.tsx';
import { DocumentRow } from './DocumentRow.tsx';
import { fieldOf, forms, type StepKind } from './stepForms.ts';

interface Props { readonly breach: Breach; readonly send: (step: IncidentStep) => Promise<Result<object>>; readonly onDone: () => void; readonly onCancel: () => void }

const noDocument = { number: '', date: '' };

/** The common frame of a step's form; a draft of each is kept with its breach. */
function useFrame({ breach, send, onDone, onCancel }: Props, kind: StepKind) {
  const { t } = useTexts();
  return { label: t(`breach.steps.${kind}`), save: t('breach.step.save'), draft: `breach.${kind}.${breach.id}`, send, onDone, onCancel, fieldOf };
}

function ToldForm(props: Props) {
  const { t } = useTexts();
  const { choices } = useBodyNames();
  const { Frame, Field } = forms.told;
  return (
    <Frame {...useFrame(props, 'told')} initial={{ kind: 'told', body: '', channel: '', document: noDocument }}>
      <Field name="body">{({ value, onChange, ...field }) => <Choice {...field} label={t('breach.step.body')} required takesFocus choices={choices} searchable value={value === '' ? null : value} onChange={(next) => onChange(next ?? '')} />}</Field>
      <DocumentRow number={t('breach.step.number')} date={t('breach.step.documentDate')} />
      <Field name="channel">{(field) => <TextField {...field} label={t('breach.step.channel')} required />}</Field>
    </Frame>
  );
}

function ConsultedForm(props: Props) {
  const { t } = useTexts();
  const { choices } = useBodyNames();
  const { Frame, Field } = forms.consulted;
  return (
    <Frame {...useFrame(props, 'consulted')} initial={{ kind: 'consulted', bodies: [], date: '', result: '', document: noDocument }}>
      <Field name="bodies">{(field) => <MultiChoice {...field} label={t('breach.step.bodies')} required takesFocus choices={choices} />}</Field>
      <Field name="date">{(field) => <DateField {...field} label={t('breach.step.date')} required />}</Field>
      <Field name="result">{(field) => <TextArea {...field} label={t('breach.step.result')} required />}</Field>
      <DocumentRow number={t('breach.step.number')} date={t('breach.step.documentDate')} />
    </Frame>
  );
}

function DiscussionForm(props: Props) {
  const { t } = useTexts();
  const { Frame, Field } = forms.discussion;
  return (
    <Frame {...useFrame(props, 'discussion')} initial={{ kind: 'discussion', needed: true, reason: '' }}>
      <Field name="needed">
        {({ value, onChange, ...field }) => <RadioField {...field} label={t('breach.step.needed')} required value={value ? 'yes' : 'no'} onChange={(next) => onChange(next === 'yes')} choices={[{ value: 'yes', label: t('breach.step.yes') }, { value: 'no', label: t('breach.step.no') }]} />}
      </Field>
      <Field name="reason">{(field) => <TextArea {...field} label={t('breach.step.reason')} required takesFocus />}</Field>
    </Frame>
  );
}

function DamageForm(props: Props) {
  const { t } = useTexts();
  const { choices } = useBodyNames();
  const { Frame, Field } = forms.damage;
  return (
    <Frame {...useFrame(props, 'damage')} initial={{ kind: 'damage', outcome: 'agreed', amount: '', order: '', bodies: [], document: noDocument }}>
      <Field name="outcome">{(field) => <RadioField {...field} label={t('breach.step.outcome')} required choices={(['none', 'agreed'] as const).map((value) => ({ value, label: t(`breach.step.outcomes.${value}`) }))} />}</Field>
      <Field name="amount">{({ value = '', ...field }) => <TextField {...field} value={value} label={t('breach.step.amount')} takesFocus />}</Field>
      <Field name="order">{({ value = '', ...field }) => <TextArea {...field} value={value} label={t('breach.step.order')} />}</Field>
      <Field name="bodies">{(field) => <MultiChoice {...field} label={t('breach.step.bodies')} choices={choices} />}</Field>
      <DocumentRow number={t('breach.step.number')} date={t('breach.step.documentDate')} />
    </Frame>
  );
}

function FoundForm(props: Props) {
  const { t } = useTexts();
  const { Frame, Field } = forms.found;
  const { materials } = props.breach;
  return (
    <Frame {...useFrame(props, 'found')} initial={{ kind: 'found', materialId: materials.length === 1 ? materials[0]?.id ?? '' : '', foundAt: '', condition: '' }}>
      <Field name="materialId">
        {({ value, onChange, ...field }) => <Choice {...field} label={t('breach.step.material')} required takesFocus choices={materials.map(({ id, regNo }) => ({ value: id, label: regNo }))} value={value === '' ? null : value} onChange={(next) => onChange(next ?? '')} />}
      </Field>
      <Field name="foundAt">{(field) => <DateTimeField {...field} label={t('breach.step.foundOn')} timeLabel={t('breach.step.foundTime')} required />}</Field>
      <Field name="condition">{(field) => <TextArea {...field} label={t('breach.step.condition')} required />}</Field>
    </Frame>
  );
}

const formOf: Readonly<Record<StepKind, (props: Props) => ReactNode>> = { told: ToldForm, consulted: ConsultedForm, discussion: DiscussionForm, damage: DamageForm, found: FoundForm };

/** One step of a breach recorded (Art. 14). */
export function StepDrawer({ breach, kind, onClose }: { readonly breach: Breach; readonly kind: StepKind; readonly onClose: () => void }) {
  const { t } = useTexts();
  const Form = formOf[kind];
  return (
    <Drawer open onClose={onClose} title={`${t(`breach.steps.${kind}`)} · ${t('breach.one', { number: breach.number })}`} degree={breach.degree}>
      <Form breach={breach} onCancel={onClose} send={(step) => registry.incidents.record({ incidentId: breach.id, step })} onDone={() => { toast(t('breach.step.done')); onClose(); }} />
    </Drawer>
  );
}
