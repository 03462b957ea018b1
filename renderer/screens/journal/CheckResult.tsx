import { Button } from '../../components/Button.tsx';
import { Definitions } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { showVaultPlace } from '../../components/vaultPlace.ts';
import { Progress } from '../../components/Progress.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { Hash } from './Hash.tsx';
import type { useCheck } from './useCheck.ts';
import { useVerdict } from './useVerdict.ts';
import { isWhole, type Verdict } from './verdict.ts';
import styles from './journal.module.css';

function Faults({ verdict: { broken, differences, lost, damage } }: { readonly verdict: Verdict }) {
  const { t, maybe } = useTexts();
  return (
    <ul className={styles['faults']}>
      {broken && <li>{t('journal.verify.broken', { seq: broken.seq, reason: maybe(`journal.verify.reasons.${broken.reason}`) ?? broken.reason })}</li>}
      {differences.map(({ table, rows }) => <li key={table}>{t('journal.verify.differences')}: <code>{table}</code>, {t('journal.verify.rows', { count: rows })}</li>)}
      {damage.map(({ place, code }) => <li key={place}>{t('journal.verify.damage', { place: showVaultPlace(place, t), code: maybe(`officers.damage.code.${code}`) ?? code })}</li>)}
      {lost.map(({ seq, holding }) => <li key={`${seq} ${holding}`}>{t('journal.verify.lost', { seq, holding })}</li>)}
    </ul>
  );
}

/** How the check goes, and what it found; nothing while none was run. */
export function CheckResult({ check }: { readonly check: ReturnType<typeof useCheck> }) {
  const { t } = useTexts();
  const verdict = useVerdict();
  const whole = verdict !== undefined && isWhole(verdict);
  return (
    <>
      {check.running && (
        <div className={styles['running']}>
          <Progress label={t('journal.verify.running')} done={check.job?.done ?? 0} total={check.job?.total ?? 0} />
          <Button icon="close" onClick={check.cancel} disabled={check.job === undefined}>{t('journal.verify.cancel')}</Button>
        </div>
      )}
      <RefusalList refusals={check.refusals} />
      <ErrorNote fault={check.fault} />
      {verdict && !check.running && (
        <Note tone={whole ? 'info' : 'error'}>
          <strong>{t(whole ? 'journal.verify.ok' : 'journal.verify.bad')}</strong>
          {!whole && <Faults verdict={verdict} />}
          <Definitions rows={[
            [t('journal.verify.acts'), showNumber(verdict.acts)],
            [t('journal.verify.head'), <span key="head"><Hash hash={verdict.head} /> <span>{t('journal.verify.compare')}</span></span>],
          ]} />
        </Note>
      )}
    </>
  );
}
