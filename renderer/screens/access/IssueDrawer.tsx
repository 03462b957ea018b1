import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { access } from '#app/contract/access.ts';
import { clearance, scope } from '#app/contract/shapes/access.ts';
import { RadioField } from '../../components/CheckField.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { MultiChoice } from '../../components/MultiChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import { choice } from '../reference/fields.ts';
import type { Official } from './words.ts';
import styles from './access.module.css';

const { shape } = access.issue.input;
const schema = z.strictObject({
  ...shape,
  clearance: z.strictObject({ ...clearance.shape, degree: choice(clearance.shape.degree) }),
  scope: z.strictObject({ whose: choice(z.enum(['all', 'named'])), bodies: z.array(z.string()), degree: choice(scope.shape.degree) })
    .refine(({ whose, bodies }) => whose !== 'named' || bodies.length > 0, { path: ['bodies'], error: 'choose' })
    .transform(({ whose, bodies, degree }) => ({ bodies: whose === 'all' ? 'all' as const : bodies, degree })),
});
type Values = z.input<typeof schema>;
const { Frame, Field, useValues } = makeForm(schema);

function Bodies() {
  const { t } = useTexts();
  const { control } = useValues();
  const { optionsOf } = useBodyNames();
  const whose = useWatch({ control, name: 'scope.whose' });
  if (whose !== 'named') return null;
  return <Field name="scope.bodies">{(field) => <MultiChoice {...field} label={t('access.issue.list')} description={t('access.issue.chooseBodies')} required choices={optionsOf(({ kind }) => kind === 'authorised')} />}</Field>;
}

function startingFrom({ officer, grants }: Official, now: string): Values {
  const before = grants[0];
  const none = { number: '', date: '' };
  const blank = { officerId: officer.id, from: now.slice(0, 10), to: '', document: none };
  if (before === undefined) return { ...blank, clearance: { issuer: '', number: '', degree: null, from: '', to: '' }, scope: { whose: null, bodies: [], degree: null } };
  // A new decision most often rests on the certificate that is there: it is offered to be confirmed, the decision itself is not.
  return {
    ...blank, clearance: { ...before.clearance },
    scope: { whose: before.scope.bodies === 'all' ? 'all' : 'named', bodies: before.scope.bodies === 'all' ? [] : [...before.scope.bodies], degree: before.scope.degree },
  };
}

/** Certificate and decision, as the papers have them (R10.1). */
export function IssueDrawer({ official, onClose }: { readonly official: Official; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { status } = useSession();
  const { name } = official.officer;
  const title = t('access.issue.title', { name });
  const degrees = (['LOWER', 'UPPER'] as const).map((value) => ({ value, label: t(`components.grif.${value}`) }));
  return (
    <Drawer open onClose={onClose} title={title}>
      <Frame initial={startingFrom(official, status.now)} label={title} save={t('access.issue.save')} send={registry.access.issue} onCancel={onClose} draft={`access ${official.officer.id}`}
        fieldOf={{ 'grant.periodEmpty': 'to', 'clearance.expired': 'clearance.to', 'date.inFuture': 'document.date' }} onDone={() => { toast(t('access.issue.done', { name })); onClose(); }}>
        <p className={styles['dim']}>{t('access.issue.what')}</p>
        <fieldset className={styles['part']}>
          <legend>{t('access.issue.certificate')}</legend>
          <Field name="clearance.issuer">{(field) => <TextField {...field} label={t('access.issue.issuer')} description={t('access.issue.issuerHint')} required takesFocus maxLength={160} />}</Field>
          <Row spans={[4, 4, 4]}>
            <Field name="clearance.number">{(field) => <TextField {...field} label={t('access.issue.number')} required maxLength={60} />}</Field>
            <Field name="clearance.from">{(field) => <DateField {...field} label={t('access.issue.from')} required />}</Field>
            <Field name="clearance.to">{(field) => <DateField {...field} label={t('access.issue.to')} required />}</Field>
          </Row>
          <Field name="clearance.degree">{(field) => <RadioField {...field} label={t('access.issue.degree')} choices={degrees} required />}</Field>
        </fieldset>
        <fieldset className={styles['part']}>
          <legend>{t('access.issue.decision')}</legend>
          <Field name="scope.whose">
            {(field) => <RadioField {...field} label={t('access.issue.bodies')} required choices={[{ value: 'all', label: t('access.issue.allBodies') }, { value: 'named', label: t('access.issue.theseBodies') }]} />}
          </Field>
          <Bodies />
          <Field name="scope.degree">{(field) => <RadioField {...field} label={t('access.issue.upTo')} choices={degrees} required />}</Field>
          <Row>
            <Field name="from">{(field) => <DateField {...field} label={t('access.issue.from')} required />}</Field>
            <Field name="to">{(field) => <DateField {...field} label={t('access.issue.to')} required />}</Field>
          </Row>
          <Row>
            <Field name="document.number">{(field) => <TextField {...field} label={t('access.issue.document')} required maxLength={60} />}</Field>
            <Field name="document.date">{(field) => <DateField {...field} label={t('access.issue.date')} required />}</Field>
          </Row>
        </fieldset>
      </Frame>
    </Drawer>
  );
}
