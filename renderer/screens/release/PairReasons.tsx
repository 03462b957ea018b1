import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import styles from '../common/common.module.css';
import type { Decision } from './useDecisions.ts';

/** Consents by whose absence the pair fails, where the officer may know whose. */
const grantorsOf = (decision: Decision): readonly string[] =>
  [...new Set(decision.refusals.flatMap(({ code, params }) => (code.startsWith('consent.') && typeof params['body'] === 'string' ? [params['body']] : [])))];

/** One pair: the row of the decision table, every failing check, and what can be done about it from here. */
export function PairReasons({ decision, nameOf, onConsent, onApprove }: {
  readonly decision: Decision; readonly nameOf: (code: string) => string; readonly onConsent: (grantor: string) => void; readonly onApprove: () => void;
}) {
  const { t } = useTexts();
  const { officer } = useSession();
  const director = decision.refusals.some(({ code }) => code.startsWith('director.'));
  return (
    <Panel title={t('release.pair.title', { number: decision.regNo, who: nameOf(decision.recipient) })}>
      <div className={styles['stack']}>
        <span className={styles['dim']}>{t('release.pair.row', { row: decision.row })}</span>
        {decision.allowed && <span>{decision.consents.length > 0 ? t('release.pair.byConsents', { count: decision.consents.length }) : t('release.pair.noConsentNeeded')}</span>}
        <RefusalList refusals={decision.refusals} />
        <div className={styles['actions']}>
          {officer.role === 'registrar' && grantorsOf(decision).map((grantor) => (
            <Button key={grantor} icon="consent" onClick={() => onConsent(grantor)}>{t('release.pair.record', { body: grantor })}</Button>
          ))}
          {director && officer.role === 'director' && <Button icon="check" onClick={onApprove}>{t('release.approve.open')}</Button>}
          {director && officer.role !== 'director' && <span className={styles['dim']}>{t('release.pair.askDirector')}</span>}
        </div>
      </div>
    </Panel>
  );
}
