import { z } from 'zod';
import { release } from '#app/contract/exchange.ts';
import { civilDate } from '#app/contract/shapes/text.ts';
import { CheckField } from '../../components/CheckField.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { differingPurposes } from './purposes.ts';
import type { Decision } from './useDecisions.ts';

/** A decision without term stands as an empty field. */
const schema = z.strictObject({ ...release.approve.input.shape, validTo: z.union([z.literal(''), civilDate]).transform((date) => (date === '' ? null : date)) });
const { Frame, Field } = makeForm(schema);
const fieldOf = { 'date.inFuture': 'decision.date', 'date.order': 'validTo' } as const;

/** The director's decision on one pair, for one package; it replaces no body's consent (Art. 5, 12). */
export function ApproveDialog({ decision, purpose, nameOf, onClose }: { readonly decision: Decision | undefined; readonly purpose: string; readonly nameOf: (code: string) => string; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog open={decision !== undefined} onClose={onClose} title={t('release.approve.title')}>
      {decision && (
        <Frame label={t('release.approve.title')} save={t('release.approve.save')} send={registry.release.approve} onCancel={onClose} fieldOf={fieldOf}
          initial={{ materialIds: [decision.materialId], recipient: decision.recipient, purpose, decision: { number: '', date: '' }, validTo: '', confirmedPurposes: [] }}
          onDone={() => { toast(t('release.approve.done')); onClose(); }}>
          <p>{t('release.approve.what', { number: decision.regNo, who: nameOf(decision.recipient) })} {t('release.approve.once')}</p>
          <Field name="purpose">{(field) => <TextField {...field} label={t('release.purpose')} required maxLength={400} />}</Field>
          <Row spans={[6, 3, 3]}>
            <Field name="decision.number">{(field) => <TextField {...field} label={t('release.approve.number')} required takesFocus maxLength={60} />}</Field>
            <Field name="decision.date">{(field) => <DateField {...field} label={t('release.approve.date')} required />}</Field>
            <Field name="validTo">{(field) => <DateField {...field} label={t('release.approve.validTo')} />}</Field>
          </Row>
          <Field name="confirmedPurposes">
            {({ value = [], onChange }) => (
              <>
                {differingPurposes(decision).map(({ paper, body, purpose: other }) => (
                  <CheckField key={paper} label={t('release.approve.confirm', { purpose: other, who: nameOf(body) })} value={value.includes(paper)}
                    onChange={(yes) => onChange(yes ? [...value, paper] : value.filter((one) => one !== paper))} />
                ))}
              </>
            )}
          </Field>
        </Frame>
      )}
    </Dialog>
  );
}
