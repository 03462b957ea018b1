import { useState } from 'react';
import { consents } from '#app/contract/exchange.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from '../common/common.module.css';
import { useBodyNames } from '../common/useBodyNames.ts';

const { Frame, Field } = makeForm(consents.revoke.input);
const met = makeForm(consents.conditionMet.input);
const metFields = { 'date.inFuture': 'document.date', 'date.order': 'document.date' } as const;
const fieldOf = { 'date.inFuture': 'date', 'date.order': 'date' } as const;

/** The written consents recorded for one material, each with its term; a revocation is recorded here. Also for the card. */
export function ConsentList({ materialId }: { readonly materialId: string }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { nameOf } = useBodyNames();
  const { value: list, refusals, fault, again } = useQuestion(registry.consents.list, { materialId });
  const [revoking, setRevoking] = useState<string | undefined>();
  const [meeting, setMeeting] = useState<string | undefined>();
  return (
    <div className={styles['tight']}>
      <ErrorNote fault={fault} again={again} />
      <RefusalList refusals={refusals} />
      {list?.length === 0 && <span className={styles['dim']}>{t('release.consent.none')}</span>}
      <ul className={styles['list']} aria-label={t('release.consent.list')}>
        {list?.map((consent) => (
          <li key={consent.id} className={styles['tight']}>
            <span>
              <strong>{t('release.consent.line', { grantor: nameOf(consent.grantor), number: consent.number, date: showDate(consent.date) })}</strong>{' '}
              {consent.revokedAt !== null && <StatusBadge tone="bad">{t('release.consent.revoked', { date: showDate(consent.revokedAt) })}</StatusBadge>}
            </span>
            <span className={styles['dim']}>
              {[
                `${t(`release.consent.kinds.${consent.scope.kind}`)}: ${consent.scope.codes.join(', ')}`, consent.purpose, consent.signatory,
                ...(consent.conditions === '' ? [] : [`${consent.conditions} (${consent.conditionsMet ? t('release.consent.conditionsMet') : t('release.consent.conditionsOpen')})`]),
                ...(consent.validTo === null ? [] : [t('release.consent.until', { date: showDate(consent.validTo) })]),
                ...(consent.conditionMetBy === null ? [] : [t('release.consent.metBy', { number: consent.conditionMetBy.number, date: showDate(consent.conditionMetBy.date) })]),
              ].join(' · ')}
            </span>
            {consent.revokedAt === null && consent.conditions !== '' && !consent.conditionsMet && officer.role === 'registrar' && (
              <span><Button tone="quiet" label={`${t('release.consent.meet')} ${consent.number}`} onClick={() => setMeeting(consent.id)}>{t('release.consent.meet')}</Button></span>
            )}
            {consent.revokedAt === null && officer.role === 'registrar' && (
              <span><Button tone="quiet" label={`${t('release.consent.revoke')} ${consent.number}`} onClick={() => setRevoking(consent.id)}>{t('release.consent.revoke')}</Button></span>
            )}
          </li>
        ))}
      </ul>
      <Dialog open={meeting !== undefined} onClose={() => setMeeting(undefined)} title={t('release.consent.meetTitle')} size="small">
        {meeting !== undefined && (
          <met.Frame initial={{ consentId: meeting, document: { number: '', date: '', carrier: '' } }} label={t('release.consent.meetTitle')} save={t('release.consent.meet')} send={registry.consents.conditionMet}
            onCancel={() => setMeeting(undefined)} fieldOf={metFields} onDone={() => { toast(t('release.consent.metDone')); setMeeting(undefined); }}>
            <Row>
              <met.Field name="document.number">{(field) => <TextField {...field} label={t('release.consent.number')} required takesFocus maxLength={60} />}</met.Field>
              <met.Field name="document.date">{(field) => <DateField {...field} label={t('release.consent.date')} required />}</met.Field>
            </Row>
            <met.Field name="document.carrier">{(field) => <TextField {...field} label={t('release.consent.metCarrier')} required maxLength={200} />}</met.Field>
          </met.Frame>
        )}
      </Dialog>
      <Dialog open={revoking !== undefined} onClose={() => setRevoking(undefined)} title={t('release.consent.revokeTitle')} size="small">
        {revoking !== undefined && (
          <Frame initial={{ consentId: revoking, number: '', date: '' }} label={t('release.consent.revokeTitle')} save={t('release.consent.revoke')} send={registry.consents.revoke}
            onCancel={() => setRevoking(undefined)} fieldOf={fieldOf} onDone={({ notices }) => { toast(notices.length === 0 ? t('release.consent.revokedDone') : t('release.consent.revokedTold', { who: [...new Set(notices.map(({ addressee }) => addressee))].join(', ') })); setRevoking(undefined); }}>
            <Row>
              <Field name="number">{(field) => <TextField {...field} label={t('release.consent.revokeNumber')} required takesFocus maxLength={60} />}</Field>
              <Field name="date">{(field) => <DateField {...field} label={t('release.consent.date')} required />}</Field>
            </Row>
          </Frame>
        )}
      </Dialog>
    </div>
  );
}
