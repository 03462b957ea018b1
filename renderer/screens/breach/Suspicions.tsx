import { useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { incidents } from '#app/contract/incidents.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { TextArea } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';

export type Suspicion = Answer<'incidents.suspicions'>[number];

const nothing = {};
const areas = ['incoming', 'outgoing'] as const;
const { Frame, Field } = makeForm(incidents.dismissSuspicion.input);

function DismissDialog({ suspicion, onClose }: { readonly suspicion: Suspicion; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog open onClose={onClose} title={t('breach.suspicions.dismiss')}>
      <Frame initial={{ suspicionId: suspicion.id, reason: '' }} label={t('breach.suspicions.dismiss')} save={t('breach.suspicions.dismiss')} send={registry.incidents.dismissSuspicion} onCancel={onClose}
        onDone={() => { toast(t('breach.suspicions.dismissed')); onClose(); }}>
        <p>{t(`breach.suspicions.causes.${suspicion.cause}`)}: {suspicion.about}</p>
        <Field name="reason">{(field) => <TextArea {...field} label={t('breach.suspicions.reason')} required takesFocus />}</Field>
      </Frame>
    </Dialog>
  );
}

/** What asks whether there was a breach (R14.8): each ends in a breach or in the director's decision that there is none; a receipt overdue in its receipt. */
export function Suspicions({ onTake }: { readonly onTake: (suspicion: Suspicion) => void }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: list, refusals, fault, again } = useQuestion(registry.incidents.suspicions, nothing, areas);
  const [dismissing, setDismissing] = useState<Suspicion | undefined>();
  if (list?.length === 0) return null;
  return (
    <Panel title={t('breach.suspicions.title')}>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      <ul className={common['list']} aria-label={t('breach.suspicions.title')}>
        {(list ?? []).map((each) => (
          <li key={each.id} className={common['actions']}>
            <strong>{t(`breach.suspicions.causes.${each.cause}`)}</strong> {each.about} <span className={common['dim']}>{showDateTime(each.since)} · {each.officer}</span>
            {each.cause !== 'receiptOverdue' && <Button icon="breach" label={`${t('breach.suspicions.open')} ${each.about}`} onClick={() => onTake(each)}>{t('breach.suspicions.open')}</Button>}
            {each.cause !== 'receiptOverdue' && officer.role === 'director' && <Button tone="quiet" label={`${t('breach.suspicions.dismiss')} ${each.about}`} onClick={() => setDismissing(each)}>{t('breach.suspicions.dismiss')}</Button>}
          </li>
        ))}
      </ul>
      {dismissing && <DismissDialog suspicion={dismissing} onClose={() => setDismissing(undefined)} />}
    </Panel>
  );
}
