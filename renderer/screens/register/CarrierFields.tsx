import { RadioField } from '../../components/CheckField.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Row } from '../../components/form/Row.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import { carrierKind } from '#app/contract/shapes/material.ts';
import { DocumentField, useDocumentValues } from './documentForm.ts';

const places = ['carrier', 'accompanying'] as const;

/** The thing itself: paper, disc or sample, its own number, which copy of how many, how many sheets. */
export function CarrierFields() {
  const { t } = useTexts();
  const { getValues, setValue } = useDocumentValues();
  const kinds = carrierKind.options.map((value) => ({ value, label: t(`register.carrier.kinds.${value}`) }));
  const marked = places.map((value) => ({ value, label: t(`register.carrier.places.${value}`) }));
  /** A paper often bears its copy number alone; what follows from it is shown and stands to be changed. */
  const leaveCopy = () => {
    const { copyNo, copies } = getValues('carrier');
    if (copyNo !== null && copies === null) setValue('carrier.copies', copyNo, { shouldDirty: true });
  };
  return (
    <Row spans={[3, 2, 1, 1, 1, 4]}>
      <DocumentField name="carrier.kind">{(field) => <Choice {...field} label={t('register.carrier.kind')} choices={kinds} searchable required />}</DocumentField>
      <DocumentField name="carrier.number">{(field) => <TextField {...field} label={t('register.carrier.number')} />}</DocumentField>
      <DocumentField name="carrier.copyNo">
        {(field) => <NumberField {...field} label={t('register.carrier.copyNo')} min={1} required onBlur={() => { field.onBlur(); leaveCopy(); }} />}
      </DocumentField>
      <DocumentField name="carrier.copies">{(field) => <NumberField {...field} label={t('register.carrier.copies')} min={1} required />}</DocumentField>
      <DocumentField name="carrier.sheets">{(field) => <NumberField {...field} label={t('register.carrier.sheets')} min={1} />}</DocumentField>
      <DocumentField name="carrier.markingPlace">{(field) => <RadioField {...field} label={t('register.carrier.markingPlace')} choices={marked} />}</DocumentField>
    </Row>
  );
}
