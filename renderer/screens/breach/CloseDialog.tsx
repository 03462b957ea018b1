import type { Degree } from '#app/agreement/grif.ts';
import { incidents } from '#app/contract/incidents.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextArea } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { noSecond, SecondPerson, secondFields } from '../common/SecondPerson.tsx';
import { DocumentRow } from './DocumentRow.tsx';

const { Frame, Field } = makeForm(incidents.close.input);

/** A breach is closed by two persons with its result on record (Art. 14, R14.9). No draft is kept: a passphrase stands in the form. */
export function CloseDialog({ incidentId, number, degree, onClose }: { readonly incidentId: string; readonly number: string; readonly degree: Degree; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog open onClose={onClose} title={t('breach.close.title', { number })} degree={degree}>
      <Frame initial={{ incidentId, result: '', document: { number: '', date: '' }, second: noSecond }} label={t('breach.close.title', { number })} save={t('breach.close.act')} send={registry.incidents.close} onCancel={onClose}
        fieldOf={{ ...secondFields, 'date.inFuture': 'document.date', 'date.order': 'document.date' }} onDone={() => { toast(t('breach.close.done', { number })); onClose(); }}>
        <p>{t('breach.close.what')}</p>
        <Field name="result">{(field) => <TextArea {...field} label={t('breach.close.result')} required takesFocus />}</Field>
        <DocumentRow number={t('breach.close.number')} date={t('breach.close.date')} />
        <SecondPerson />
      </Frame>
    </Dialog>
  );
}
