import { RadioField } from '../../components/CheckField.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextArea, TextField } from '../../components/TextField.tsx';
import { useWatch } from 'react-hook-form';
import { useTexts } from '../../language/texts.ts';
import { materialLanguage } from '#app/contract/shapes/text.ts';
import { AttachmentFields } from './AttachmentFields.tsx';
import { AttributeRows } from './AttributeRows.tsx';
import { DocumentField, useDocumentValues } from './documentForm.ts';

const places = ['carrier', 'accompanying'] as const;

/** The block as received: to the letter, in its own alphabet, never changed afterwards (Art. 11). */
export function ReceivedFields() {
  const { t } = useTexts();
  const { control } = useDocumentValues();
  const language = useWatch({ control, name: 'asReceived.language' });
  const languages = materialLanguage.options.map((value) => ({ value, label: t(`register.languages.${value}`) }));
  const marked = places.map((value) => ({ value, label: t(`register.carrier.places.${value}`) }));
  const lang = language === null || language === 'other' ? 'und' : language;
  return (
    <>
      <Row spans={[3, 3, 3, 3]}>
        <DocumentField name="asReceived.marking">{(field) => <TextField {...field} label={t('register.received.marking')} lang={lang} />}</DocumentField>
        <DocumentField name="carrier.markingPlace">{(field) => <RadioField {...field} label={t('register.carrier.markingPlace')} choices={marked} />}</DocumentField>
        <DocumentField name="asReceived.code">{(field) => <TextField {...field} label={t('register.received.code')} />}</DocumentField>
        <DocumentField name="asReceived.language">{(field) => <Choice {...field} label={t('register.received.language')} choices={languages} searchable required />}</DocumentField>
      </Row>
      <DocumentField name="asReceived.text">{(field) => <TextArea {...field} label={t('register.received.text')} rows={7} lang={lang} />}</DocumentField>
      <AttributeRows />
      <AttachmentFields />
    </>
  );
}
