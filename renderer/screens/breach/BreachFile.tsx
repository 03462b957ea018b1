import { useState } from 'react';
import type { IncidentStep } from '#app/incidents/steps.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts, type Texts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import type { Breach } from './BreachCard.tsx';
import { StepDrawer } from './StepDrawer.tsx';
import { stepKinds, type StepKind } from './stepForms.ts';
import styles from './breach.module.css';

type Words = Pick<Texts, 't'> & { readonly nameOf: (code: string) => string; readonly regNoOf: (id: string) => string };
const paper = ({ number, date }: { readonly number: string; readonly date: string }): string => `${number}, ${showDate(date)}`;

/** What a step says, in one line. */
function said(step: IncidentStep, { t, nameOf, regNoOf }: Words): string {
  switch (step.kind) {
    case 'told': return [nameOf(step.body), paper(step.document), step.channel].join(' · ');
    case 'consulted': return [showDate(step.date), step.bodies.map(nameOf).join(', '), step.result, paper(step.document)].join(' · ');
    case 'discussion': return [t(step.needed ? 'breach.step.yes' : 'breach.step.no'), step.reason].join(' · ');
    case 'damage': return [t(`breach.step.outcomes.${step.outcome}`), step.amount, step.order, step.bodies.map(nameOf).join(', '), paper(step.document)].filter((part) => part !== '').join(' · ');
    case 'found': return [regNoOf(step.materialId), showDateTime(step.foundAt), step.condition].join(' · ');
  }
}

/** What followed the opening of a breach and what it still lacks; each step is recorded from here. */
export function BreachFile({ breach, nameOf }: { readonly breach: Breach; readonly nameOf: (code: string) => string }) {
  const { t, maybe } = useTexts();
  const { officer } = useSession();
  const [step, setStep] = useState<StepKind | undefined>();
  const { value: file, refusals, fault, again } = useQuestion(registry.incidents.card, { incidentId: breach.id });
  const mayWrite = breach.status === 'open' && officer.role !== 'analyst';
  const regNoOf = (id: string): string => breach.materials.find((each) => each.id === id)?.regNo ?? '';
  const offered = stepKinds.filter((kind) => (kind === 'told' ? breach.origin === 'external' : kind !== 'found' || breach.kind !== 'disclosure'));
  return (
    <section className={common['tight']} aria-label={t('breach.course')}>
      <h3 className={styles['small']}>{t('breach.course')}</h3>
      {file?.steps.length === 0 && <span className={common['dim']}>{t('breach.noSteps')}</span>}
      <ul className={common['list']}>
        {(file?.steps ?? []).map((each) => (
          <li key={`${each.at} ${JSON.stringify(each.step)}`}><strong>{t(`breach.steps.${each.step.kind}`)}</strong> {said(each.step, { t, nameOf, regNoOf })} <span className={common['dim']}>{showDateTime(each.at)} · {each.officer}</span></li>
        ))}
      </ul>
      {mayWrite && <div className={common['actions']}>{offered.map((kind) => <Button key={kind} icon="add" onClick={() => setStep(kind)}>{t(`breach.steps.${kind}`)}</Button>)}</div>}
      {file !== undefined && file.open.length > 0 && (
        <>
          <h3 className={styles['small']}>{t('breach.lacks')}</h3>
          <ul aria-label={t('breach.lacks')}>{file.open.map((each) => <li key={each.code}>{maybe(`refusals.codes.${each.code}`, each.params) ?? each.code}</li>)}</ul>
        </>
      )}
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      {step !== undefined && <StepDrawer breach={breach} kind={step} onClose={() => setStep(undefined)} />}
    </section>
  );
}
