import { useEffect, useRef } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { printedCarrierCode } from '#app/materials/carrierCode.ts';
import { EvaluationBadge, GrifBadge, StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { ProposalCard } from '../../components/ProposalCard.tsx';
import { go } from '../../frame/router.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import type { DocumentInput } from './documentForm.ts';
import type { PackageCard } from './PackageHead.tsx';
import { Reasons } from './Reasons.tsx';
import styles from './register.module.css';

export interface Registered { readonly answer: Answer<'materials.register'>; readonly input: DocumentInput }

/** What has come of a registration: the numbers to write on the paper, what is still to be asked, decided and printed. */
export function Receipt({ registered: { answer, input }, card, next }: { readonly registered: Registered; readonly card: PackageCard; readonly next: () => void }) {
  const { t, maybe } = useTexts();
  const heading = useRef<HTMLDivElement>(null);
  useScreenGrif(input.degree, ...answer.proposals.map(({ material }) => material.degree));
  useShortcut('new', next);
  useEffect(() => heading.current?.focus(), []);
  const { materialId } = answer;
  const code = answer.evaluation.source === null || answer.evaluation.accuracy === null ? answer.evaluation.typed : `${answer.evaluation.source}${answer.evaluation.accuracy}`;
  const sender = card.sender.kind === 'listed' ? card.sender.body : card.sender.nameAsWritten;
  return (
    <div className={styles['receipt']}>
      <Panel title={t('register.receipt.title')}>
        <div ref={heading} tabIndex={-1} className={styles['numbers']}>
          <div><div className={styles['dim']}>{t('register.receipt.regNo')}</div><div className={styles['big']}>{answer.regNo}</div></div>
          <div><div className={styles['dim']}>{t('register.receipt.carrierCode')}</div><div className={styles['big']}>{printedCarrierCode(answer.carrierCode)}</div></div>
          <div><GrifBadge degree={input.degree} full /> <EvaluationBadge code={code} />
            {' '}<StatusBadge tone={answer.admission === 'admitted' ? 'good' : 'warn'}>{t(answer.admission === 'admitted' ? 'register.admitted' : 'register.notAdmitted')}</StatusBadge></div>
        </div>
        <Definitions rows={[
          [t('register.document.senderNumber'), `${sender} · ${input.senderNumber}`],
          [t('register.received.marking'), input.asReceived.marking],
          [t('register.receipt.evaluationTyped'), answer.evaluation.typed],
          [t('register.receipt.package'), card.number],
        ]} />
        {answer.admission === 'notAdmitted' && <Note tone="warn"><strong>{t('register.receipt.notAdmitted')}</strong><Reasons codes={answer.reasons} body={sender} date={card.receivedAt} /></Note>}
        {answer.hints.map((hint) => <Note key={hint} tone="warn">{maybe(`register.hints.${hint}`) ?? hint}</Note>)}
        <div className={styles['actions']}>
          <Button tone="main" icon="add" shortcut="new" onClick={next}>{t('register.receipt.next')}</Button>
          <Button icon="print" onClick={() => go('print', { form: 'P6', materialId })}>{t('register.receipt.print')}</Button>
          <Button icon="print" onClick={() => go('print', { form: 'P7', materialId })}>{t('register.receipt.stamp')}</Button>
          <Button icon="card" onClick={() => go('card', { materialId })}>{t('register.receipt.card')}</Button>
          <Button icon="links" onClick={() => go('similar', { materialId })}>{t('register.receipt.similar')}</Button>
          <Button icon="incoming" tone="quiet" onClick={() => go('register')}>{t('register.head.other')}</Button>
        </div>
      </Panel>
      <Panel title={t('register.receipt.proposals')} actions={answer.proposals.length > 0 ? <Button icon="links" onClick={() => go('similar', { materialId })}>{t('register.receipt.decide')}</Button> : undefined}>
        {answer.outsideAccess && <Note tone="warn">{t('register.similar.outside')}</Note>}
        {answer.proposals.length === 0 && <p className={styles['dim']}>{t('register.similar.none')}</p>}
        <div className={styles['proposals']}>{answer.proposals.map((proposal) => <ProposalCard key={proposal.material.id} proposal={proposal} here={answer.regNo} />)}</div>
      </Panel>
    </div>
  );
}
