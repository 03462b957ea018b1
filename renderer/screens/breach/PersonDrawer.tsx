import { incidents } from '#app/contract/incidents.ts';
import { RadioField } from '../../components/CheckField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { MultiChoice } from '../../components/MultiChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { useStates } from '../common/useStates.ts';

const { Frame, Field } = makeForm(incidents.namePerson.input);
const { shape } = incidents.namePerson.input.shape.citizenship;

/** A person is named by a reference to paper: the program needs citizenship alone (R14.6). No draft is kept of it. */
export function PersonDrawer({ incidentId, number, onClose }: { readonly incidentId: string; readonly number: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { choices } = useStates();
  return (
    <Drawer open onClose={onClose} title={t('breach.persons.of', { number })}>
      <Frame initial={{ incidentId, reference: '', citizenship: { kind: 'unknown', states: [] } }} label={t('breach.persons.name')} save={t('breach.step.save')} send={registry.incidents.namePerson} onCancel={onClose}
        fieldOf={{ 'incident.citizenshipUnclear': 'citizenship.states' }} onDone={() => { toast(t('breach.step.done')); onClose(); }}>
        <Field name="reference">{(field) => <TextField {...field} label={t('breach.persons.reference')} description={t('breach.persons.minimal')} required takesFocus maxLength={120} />}</Field>
        <Field name="citizenship.kind">{(field) => <RadioField {...field} label={t('breach.persons.citizenship')} required choices={shape.kind.options.map((value) => ({ value, label: t(`breach.persons.citizenships.${value}`) }))} />}</Field>
        <Field name="citizenship.states">{(field) => <MultiChoice {...field} label={t('breach.persons.states')} choices={choices} />}</Field>
      </Frame>
    </Drawer>
  );
}
