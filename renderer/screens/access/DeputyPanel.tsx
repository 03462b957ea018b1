import { useState } from 'react';
import { z } from 'zod';
import { contentRoles } from '#app/access/roles.ts';
import { access } from '#app/contract/access.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { Panel } from '../../components/layout.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { choice } from '../reference/fields.ts';
import type { Listed } from './words.ts';
import styles from './access.module.css';

const record = makeForm(z.strictObject({ ...access.recordDeputy.input.shape, officerId: choice(access.recordDeputy.input.shape.officerId) }));
const end = makeForm(access.endDeputy.input);
type Deputy = Listed['deputies'][number];

function RecordDialog({ listed, onClose }: { readonly listed: Listed; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { status } = useSession();
  const fit = listed.officials.filter(({ officer }) => officer.state === 'active' && officer.role !== 'director' && contentRoles.includes(officer.role));
  const nameOf = (id: string | null) => fit.find(({ officer }) => officer.id === id)?.officer.name ?? '';
  return (
    <Dialog open onClose={onClose} title={t('access.deputy.act')}>
      <record.Frame initial={{ officerId: null, from: status.now.slice(0, 10), to: '', document: { number: '', date: '' } }} label={t('access.deputy.act')} save={t('access.deputy.save')}
        send={registry.access.recordDeputy} onCancel={onClose} fieldOf={{ 'deputy.unfit': 'officerId', 'grant.periodEmpty': 'to', 'date.inFuture': 'document.date' }}
        onDone={(_, { officerId }) => { toast(t('access.deputy.done', { name: nameOf(officerId) })); onClose(); }}>
        <p className={styles['dim']}>{t('access.deputy.what')}</p>
        <record.Field name="officerId">
          {(field) => <Choice {...field} label={t('access.deputy.official')} required takesFocus choices={fit.map(({ officer }) => ({ value: officer.id, label: `${officer.name}, ${t(`frame.roles.${officer.role}`)}` }))} />}
        </record.Field>
        <Row>
          <record.Field name="from">{(field) => <DateField {...field} label={t('access.deputy.from')} required />}</record.Field>
          <record.Field name="to">{(field) => <DateField {...field} label={t('access.deputy.to')} required />}</record.Field>
        </Row>
        <Row>
          <record.Field name="document.number">{(field) => <TextField {...field} label={t('access.deputy.document')} required maxLength={60} />}</record.Field>
          <record.Field name="document.date">{(field) => <DateField {...field} label={t('access.deputy.date')} required />}</record.Field>
        </Row>
      </record.Frame>
    </Dialog>
  );
}

function EndDialog({ deputy, onClose }: { readonly deputy: Deputy; readonly onClose: () => void }) {
  const { t } = useTexts();
  const title = t('access.deputy.endOf', { name: deputy.officer });
  return (
    <Dialog open onClose={onClose} title={title} size="small">
      <end.Frame initial={{ deputyId: deputy.id, reason: '' }} label={title} save={t('access.deputy.end')} send={registry.access.endDeputy} onCancel={onClose}
        onDone={() => { toast(t('access.deputy.endDone', { name: deputy.officer })); onClose(); }}>
        <end.Field name="reason">{(field) => <TextField {...field} label={t('access.deputy.endReason')} required takesFocus maxLength={400} />}</end.Field>
      </end.Frame>
    </Dialog>
  );
}

function standingOf({ ended, inOffice }: Deputy): 'ended' | 'inOffice' | 'notInOffice' {
  if (ended !== null) return 'ended';
  return inOffice ? 'inOffice' : 'notInOffice';
}

/** Who replaces the director, by which order and until when (R10.1). */
export function DeputyPanel({ listed, director }: { readonly listed: Listed; readonly director: boolean }) {
  const { t } = useTexts();
  const [recording, setRecording] = useState(false);
  const [ending, setEnding] = useState<Deputy | undefined>();
  return (
    <Panel title={t('access.deputy.title')} actions={director ? <Button icon="add" onClick={() => setRecording(true)}>{t('access.deputy.act')}</Button> : undefined}>
      {listed.deputies.length === 0 ? <p className={styles['dim']}>{t('access.deputy.none')}</p> : (
        <ul className={styles['deputies']}>
          {listed.deputies.map((deputy) => {
            const standing = standingOf(deputy);
            return (
              <li key={deputy.id}>
                <div>
                  <strong>{deputy.officer}</strong> <StatusBadge tone={standing === 'inOffice' ? 'good' : 'neutral'}>{t(`access.deputy.${standing}`)}</StatusBadge>
                  <div className={styles['dim']}>{t('access.deputy.period', { from: showDate(deputy.from), to: showDate(deputy.to) })}, {t('access.deputy.order', { document: deputy.document.number, date: showDate(deputy.document.date) })}</div>
                </div>
                {director && deputy.ended === null && <Button tone="quiet" label={t('access.deputy.endOf', { name: deputy.officer })} onClick={() => setEnding(deputy)}>{t('access.deputy.end')}</Button>}
              </li>
            );
          })}
        </ul>
      )}
      {recording && <RecordDialog listed={listed} onClose={() => setRecording(false)} />}
      {ending && <EndDialog key={ending.id} deputy={ending} onClose={() => setEnding(undefined)} />}
    </Panel>
  );
}
