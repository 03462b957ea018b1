import { z } from 'zod';
import { reference } from '#app/contract/reference.ts';
import { bodyCode, bodyKind } from '#app/contract/shapes/reference.ts';
import { Choice } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { BodyRow } from './BodiesTab.tsx';
import { choice, openDate } from './fields.ts';
import { useStates } from '../common/useStates.ts';

const { shape } = reference.recordBody.input;
const schema = z.strictObject({
  ...shape, kind: choice(bodyKind), listedTo: openDate,
  successor: z.union([z.literal(''), bodyCode]).transform((code) => (code === '' ? null : code)),
});
type Values = z.input<typeof schema>;
const { Frame, Field } = makeForm(schema);

const empty: Values = {
  code: '', state: null, kind: null, names: { ru: '', kk: '', en: '' }, listedFrom: '', listedTo: '', notifyingLetter: { number: '', date: '', channel: '' },
  channels: [], successor: '', document: '',
};

/** The body as it stands, to be altered; each alteration needs a document of its own. */
function valuesOf({ code, state, kind, names, listedFrom, listedTo, notifyingLetter, channels, successor }: BodyRow): Values {
  return { code, state, kind, names: { ...names }, listedFrom, listedTo: listedTo ?? '', notifyingLetter: { ...notifyingLetter }, channels: [...channels], successor: successor ?? '', document: '' };
}

/** A body as notified in writing: a new one, or a change that stands beside the record before it (Art. 3). */
export function BodyDrawer({ open, body, onClose, onRecorded }: {
  readonly open: boolean; readonly body: BodyRow | undefined; readonly onClose: () => void; readonly onRecorded: (code: string) => void;
}) {
  const { t } = useTexts();
  const { choices } = useStates();
  const title = t(body ? 'reference.bodies.act.alter' : 'reference.bodies.act.record');
  const kinds = (['competent', 'authorised', 'observer', 'thirdParty'] as const).map((value) => ({ value, label: t(`reference.bodies.kinds.${value}`) }));
  return (
    <Drawer open={open} onClose={onClose} title={title}>
      <Frame initial={body ? valuesOf(body) : empty} label={title} draft={body ? `reference.body.${body.code}` : 'reference.body'} save={title} send={registry.reference.recordBody} onCancel={onClose}
        fieldOf={{ 'body.listingEndsBeforeStart': 'listedTo', 'body.letterMissing': 'notifyingLetter.number', 'body.stateMismatch': 'code', 'body.competentExists': 'kind', 'date.invalid': 'listedFrom' }}
        onDone={(_, { code }) => { toast(t('reference.bodies.done.recorded', { code })); onRecorded(code); onClose(); }}>
        <Row spans={[4, 8]}>
          <Field name="code">{(field) => <TextField {...field} label={t('reference.bodies.code')} onChange={(code) => field.onChange(code.toUpperCase())} readOnly={body !== undefined} required takesFocus={body === undefined} maxLength={6} />}</Field>
          <Field name="kind">{(field) => <Choice {...field} label={t('reference.bodies.kind')} choices={kinds} required />}</Field>
        </Row>
        <Field name="state">{(field) => <Choice {...field} label={t('reference.bodies.state')} description={t('reference.bodies.codeHint')} choices={choices} searchable clearable value={field.value === 'CENTRE' ? null : field.value} placeholder={t('reference.bodies.noState')} />}</Field>
        <Field name="names.ru">{(field) => <TextField {...field} lang="ru" label={t('reference.bodies.nameRu')} required />}</Field>
        <Field name="names.kk">{(field) => <TextField {...field} lang="kk" label={t('reference.bodies.nameKk')} required />}</Field>
        <Field name="names.en">{(field) => <TextField {...field} lang="en" label={t('reference.bodies.nameEn')} required />}</Field>
        <Row>
          <Field name="listedFrom">{(field) => <DateField {...field} label={t('reference.bodies.from')} required />}</Field>
          <Field name="listedTo">{(field) => <DateField {...field} label={t('reference.bodies.to')} />}</Field>
        </Row>
        <Row>
          <Field name="notifyingLetter.number">{(field) => <TextField {...field} label={t('reference.bodies.letterNumber')} required />}</Field>
          <Field name="notifyingLetter.date">{(field) => <DateField {...field} label={t('reference.bodies.letterDate')} required />}</Field>
          <Field name="notifyingLetter.channel">{(field) => <TextField {...field} label={t('reference.bodies.letterChannel')} required />}</Field>
        </Row>
        <Field name="successor">{(field) => <TextField {...field} label={t('reference.bodies.successor')} description={t('reference.bodies.successorHint')} maxLength={6} />}</Field>
        <Field name="document">{(field) => <TextField {...field} label={t('reference.document')} description={t('reference.documentHint')} required />}</Field>
      </Frame>
    </Drawer>
  );
}
