import { DateField } from '../../components/DateField.tsx';
import { fieldIn } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';

const Field = fieldIn<{ readonly document: { readonly number: string; readonly date: string } }>();

/** Number and date of the paper behind a step of a breach, in any of its forms (Art. 14). */
export function DocumentRow({ number, date }: { readonly number: string; readonly date: string }) {
  return (
    <Row>
      <Field name="document.number">{(field) => <TextField {...field} label={number} required />}</Field>
      <Field name="document.date">{(field) => <DateField {...field} label={date} required />}</Field>
    </Row>
  );
}
