import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from '../common/common.module.css';
import { differingPurposes, type DifferingPurpose } from './purposes.ts';
import type { Decision } from './useDecisions.ts';

/** Consents by whose absence the pair fails, where the officer may know whose. */
const grantorsOf = (decision: Decision): readonly string[] =>
  [...new Set(decision.refusals.flatMap(({ code, params }) => (code.startsWith('consent.') && typeof params['body'] === 'string' ? [params['body']] : [])))];

const nothing = {};

/** One pair: the row of the decision table, every failing check, and what can be done about it from here. */
export function PairReasons({ decision, nameOf, onConsent, onApprove, onPurpose, onConfirm }: {
  readonly decision: Decision; readonly nameOf: (code: string) => string; readonly onConsent: (grantor: string) => void; readonly onApprove: () => void;
  readonly onPurpose: (purpose: string) => void; readonly onConfirm: (paper: DifferingPurpose) => void;
}) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: access } = useQuestion(registry.access.list, nothing);
  const differing = differingPurposes(decision);
  const director = decision.refusals.some(({ code }) => code.startsWith('director.')) || differing.some((one) => one.director);
  const signs = access?.signs === true;
  return (
    <Panel title={t('release.pair.title', { number: decision.regNo, who: nameOf(decision.recipient) })}>
      <div className={styles['stack']}>
        <span className={styles['dim']}>{t('release.pair.row', { row: decision.row })}</span>
        {decision.allowed && <span>{decision.consents.length > 0 ? t('release.pair.byConsents', { count: decision.consents.length }) : t('release.pair.noConsentNeeded')}</span>}
        {decision.approval && <span>{t('release.approve.standing', { number: decision.approval.number, date: showDate(decision.approval.date), who: decision.approval.officer })}</span>}
        <RefusalList refusals={decision.refusals} />
        <div className={styles['actions']}>
          {differing.map((one) => (
            <span key={one.paper} className={styles['actions']}>
              <Button onClick={() => onPurpose(one.purpose)}>{t('release.pair.takePurpose', { purpose: one.purpose })}</Button>
              {!one.director && officer.role === 'registrar' && <Button icon="check" onClick={() => onConfirm(one)}>{t('release.pair.confirmPurpose', { purpose: one.purpose })}</Button>}
            </span>
          ))}
          {officer.role === 'registrar' && grantorsOf(decision).map((grantor) => (
            <Button key={grantor} icon="consent" onClick={() => onConsent(grantor)}>{t('release.pair.record', { body: grantor })}</Button>
          ))}
          {director && signs && <Button icon="check" onClick={onApprove}>{t('release.approve.open')}</Button>}
          {director && !signs && <span className={styles['dim']}>{t('release.pair.askDirector')}</span>}
          {decision.approval && signs && (
            <Button tone="quiet" onClick={() => void registry.release.withdrawApproval({ materialId: decision.materialId, recipient: decision.recipient }).then((answer) => { if (answer.ok) toast(t('release.approve.withdrawn')); })}>
              {t('release.approve.withdraw')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
