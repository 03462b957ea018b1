import { useWatch } from 'react-hook-form';
import { recovery } from '#app/contract/recovery.ts';
import { fewestHolders, mostHolders } from '#app/recovery/acts.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import styles from '../officers/officers.module.css';
import { noSecond, SecondPerson, secondFields } from '../common/SecondPerson.tsx';

const { Frame, Field, useValues } = makeForm(recovery.arrange.input);

/** The director names the holders, the security officer proves to be there: both sign (Art. 10, 12). No draft is kept: a passphrase stands in the form. */
export function ArrangeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog open onClose={onClose} title={t('recovery.arrange.title')}>
      <Frame initial={{ threshold: 2, holders: ['', '', ''], second: noSecond }} label={t('recovery.arrange.title')} save={t('recovery.arrange.save')} send={registry.recovery.arrange} onCancel={onClose}
        fieldOf={{ ...secondFields, 'recovery.fewHolders': 'threshold', 'recovery.holderTwice': 'holders.0' }} onDone={() => { toast(t('recovery.arrange.done')); onClose(); }}>
        <p className={styles['dim']}>{t('recovery.arrange.what')}</p>
        <Field name="threshold">{({ onChange, ...field }) => <NumberField {...field} onChange={(next) => onChange(next ?? 0)} label={t('recovery.arrange.threshold')} required takesFocus min={fewestHolders} max={mostHolders} />}</Field>
        <Holders />
        <SecondPerson />
      </Frame>
    </Dialog>
  );
}

function Holders() {
  const { t } = useTexts();
  const { control, setValue } = useValues();
  const holders = useWatch({ control, name: 'holders' });
  return (
    <>
      {holders.map((_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a holder is known by the number of the sheet
        <Field key={index} name={`holders.${index}`}>{(field) => <TextField {...field} label={t('recovery.arrange.holder', { n: index + 1 })} required maxLength={120} />}</Field>
      ))}
      <Row>
        <Button icon="add" disabled={holders.length >= mostHolders} onClick={() => setValue('holders', [...holders, ''])}>{t('recovery.arrange.add')}</Button>
        <Button tone="quiet" disabled={holders.length <= fewestHolders} onClick={() => setValue('holders', holders.slice(0, -1))}>{t('recovery.arrange.remove')}</Button>
      </Row>
    </>
  );
}
