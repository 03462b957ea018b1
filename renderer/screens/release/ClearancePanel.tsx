import { useState } from 'react';
import { z } from 'zod';
import { clearances } from '#app/contract/clearances.ts';
import type { Answer } from '#app/contract/index.ts';
import { civilDate } from '#app/contract/shapes/text.ts';
import { Button } from '../../components/Button.tsx';
import { RadioField } from '../../components/CheckField.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from '../common/common.module.css';

type Inquiry = Answer<'clearances.list'>[number];

const ask = makeForm(clearances.ask.input);
/** An open term stands as an empty field, a refusal as no degree. */
const answer = makeForm(z.strictObject({
  ...clearances.answer.input.shape, confirmed: z.enum(['LOWER', 'UPPER', 'none']).transform((degree) => (degree === 'none' ? null : degree)),
  validTo: z.union([z.literal(''), civilDate]).transform((date) => (date === '' ? null : date)),
}));
const answerFields = { 'date.inFuture': 'document.date', 'date.order': 'document.date' } as const;

/** What the body was asked and answered of the person to whom it is addressed by name (Art. 12). */
export function ClearancePanel({ body, person, degree }: { readonly body: string; readonly person: string; readonly degree: 'LOWER' | 'UPPER' }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: list, fault, again } = useQuestion(registry.clearances.list, { body });
  const [asking, setAsking] = useState(false);
  const [answering, setAnswering] = useState<Inquiry | undefined>();
  const told = ({ answer: given }: Inquiry): string => {
    if (given === null) return t('release.person.waiting');
    const level = given.confirmed === null ? t('release.person.refused') : t(`release.person.levels.${given.confirmed}`);
    return [level, t('release.person.document', { number: given.document.number, date: showDate(given.document.date) }), ...(given.validTo === null ? [] : [t('release.consent.until', { date: showDate(given.validTo) })])].join(' · ');
  };
  return (
    <Panel title={t('release.person.title')}>
      <div className={styles['stack']}>
        <ErrorNote fault={fault} again={again} />
        {list?.length === 0 && <span className={styles['dim']}>{t('release.person.none')}</span>}
        <ul className={styles['list']} aria-label={t('release.person.title')}>
          {list?.map((one) => (
            <li key={one.id} className={styles['tight']}>
              <strong>{one.person}</strong>
              <span className={styles['dim']}>{told(one)}</span>
              {one.answer === null && officer.role === 'registrar' && <span><Button tone="quiet" label={`${t('release.person.answer')} ${one.person}`} onClick={() => setAnswering(one)}>{t('release.person.answer')}</Button></span>}
            </li>
          ))}
        </ul>
        {officer.role === 'registrar' && <div><Button icon="notice" onClick={() => setAsking(true)}>{t('release.person.ask')}</Button></div>}
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('release.person.ask')} size="small">
        {asking && (
          <ask.Frame initial={{ body, person, degree, need: '' }} label={t('release.person.ask')} save={t('release.person.send')} send={registry.clearances.ask} onCancel={() => setAsking(false)}
            onDone={() => { toast(t('release.person.asked')); setAsking(false); }}>
            <ask.Field name="person">{(field) => <TextField {...field} label={t('release.person.name')} required maxLength={200} />}</ask.Field>
            <ask.Field name="degree">{(field) => <RadioField {...field} label={t('release.person.degree')} required choices={(['LOWER', 'UPPER'] as const).map((value) => ({ value, label: t(`release.person.levels.${value}`) }))} />}</ask.Field>
            <ask.Field name="need">{(field) => <TextField {...field} label={t('release.person.need')} required takesFocus maxLength={400} />}</ask.Field>
          </ask.Frame>
        )}
      </Dialog>
      <Dialog open={answering !== undefined} onClose={() => setAnswering(undefined)} title={t('release.person.answer')} size="small">
        {answering && (
          <answer.Frame initial={{ inquiryId: answering.id, document: { number: '', date: '', carrier: '' }, confirmed: answering.degree, validTo: '' }} label={t('release.person.answer')} save={t('release.person.save')}
            send={registry.clearances.answer} onCancel={() => setAnswering(undefined)} fieldOf={answerFields} onDone={() => { toast(t('release.person.answered')); setAnswering(undefined); }}>
            <p>{answering.person}</p>
            <Row>
              <answer.Field name="document.number">{(field) => <TextField {...field} label={t('release.consent.number')} required takesFocus maxLength={60} />}</answer.Field>
              <answer.Field name="document.date">{(field) => <DateField {...field} label={t('release.consent.date')} required />}</answer.Field>
            </Row>
            <answer.Field name="document.carrier">{(field) => <TextField {...field} label={t('release.consent.metCarrier')} required maxLength={200} />}</answer.Field>
            <answer.Field name="confirmed">{(field) => <RadioField {...field} label={t('release.person.degree')} required choices={(['LOWER', 'UPPER', 'none'] as const).map((value) => ({ value, label: value === 'none' ? t('release.person.refused') : t(`release.person.levels.${value}`) }))} />}</answer.Field>
            <answer.Field name="validTo">{(field) => <DateField {...field} label={t('release.consent.validTo')} />}</answer.Field>
          </answer.Frame>
        )}
      </Dialog>
    </Panel>
  );
}
