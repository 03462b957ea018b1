import { Choice } from '../../components/Choice.tsx';
import { Row } from '../../components/form/Row.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import { carrierKind } from '#app/contract/shapes/material.ts';
import { DocumentField } from './documentForm.ts';

/** The thing itself: paper, disc or sample, its own number, which copy of how many, how many sheets. */
export function CarrierFields() {
  const { t } = useTexts();
  const kinds = carrierKind.options.map((value) => ({ value, label: t(`register.carrier.kinds.${value}`) }));
  return (
    <Row spans={[3, 3, 2, 2, 2]}>
      <DocumentField name="carrier.kind">{(field) => <Choice {...field} label={t('register.carrier.kind')} choices={kinds} searchable required />}</DocumentField>
      <DocumentField name="carrier.number">{(field) => <TextField {...field} label={t('register.carrier.number')} />}</DocumentField>
      <DocumentField name="carrier.copyNo">
        {(field) => <NumberField {...field} label={t('register.carrier.copyNo')} min={1} required />}
      </DocumentField>
      <DocumentField name="carrier.copies">{(field) => <NumberField {...field} label={t('register.carrier.copies')} min={1} required />}</DocumentField>
      <DocumentField name="carrier.sheets">{(field) => <NumberField {...field} label={t('register.carrier.sheets')} min={1} />}</DocumentField>
    </Row>
  );
}
