import { useFieldArray } from 'react-hook-form';
import { Button, IconButton } from '../../components/Button.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import { DocumentField, useDocumentValues } from './documentForm.ts';
import styles from './register.module.css';

/** Attributes in the sender's own classification, name and value as they stand (Art. 11, original coding). */
export function AttributeRows() {
  const { t } = useTexts();
  const { control } = useDocumentValues();
  const { fields, append, remove } = useFieldArray({ control, name: 'asReceived.attributes' });
  return (
    <div className={styles['rows']}>
      {fields.map((row, at) => (
        <div key={row.id} className={styles['attribute']}>
          <DocumentField name={`asReceived.attributes.${at}.name`}>{(field) => <TextField {...field} label={t('register.received.attributeName', { n: at + 1 })} takesFocus={row.name === '' && row.value === ''} />}</DocumentField>
          <DocumentField name={`asReceived.attributes.${at}.value`}>{(field) => <TextField {...field} label={t('register.received.attributeValue', { n: at + 1 })} />}</DocumentField>
          <IconButton icon="remove" label={t('register.received.removeAttribute', { n: at + 1 })} onClick={() => remove(at)} />
        </div>
      ))}
      <div><Button icon="add" tone="quiet" disabled={fields.length >= 100} onClick={() => append({ name: '', value: '' }, { shouldFocus: false })}>{t('register.received.addAttribute')}</Button></div>
    </div>
  );
}
