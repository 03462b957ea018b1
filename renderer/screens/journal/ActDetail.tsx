import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { Empty } from '../../components/notes.tsx';
import { useTexts } from '../../language/texts.ts';
import { momentOf, type ActRow } from './columns.tsx';
import { Hash } from './Hash.tsx';
import { detailsOf } from './details.ts';
import { actWords } from './kinds.ts';
import { useVerdict } from './useVerdict.ts';
import { standingOf } from './verdict.ts';
import styles from './journal.module.css';

const tones = { chainOk: 'good', chainBroken: 'bad', chainUnknown: 'neutral' } as const;

/** Main gives the open part as one line of JSON; it is set out for reading, or left as it is when it was cut. */
function laidOut(detail: string): string {
  try {
    return JSON.stringify(JSON.parse(detail), null, 1).replaceAll(/^\{\n|\n\}$/g, '');
  } catch {
    return detail;
  }
}

/** What the act says in words, and below it, folded away, as it is stored: that is what the hash was made of. */
function Said({ detail }: { readonly detail: string }) {
  const { t, maybe, language } = useTexts();
  if (detail === '') return <span className={styles['dim']}>{t('journal.detail.nothing')}</span>;
  const rows = detailsOf(detail, { maybe, language });
  const raw = <pre className={styles['json']}>{laidOut(detail)}</pre>;
  if (rows === undefined) return raw;
  return (
    <>
      {rows.length > 0 && <Definitions rows={rows.map(({ label, value }) => [label, <span key="v" className={styles['said']}>{value}</span>])} />}
      <details className={styles['raw']}><summary>{t('journal.detail.raw')}</summary>{raw}</details>
    </>
  );
}

export function ActDetail({ act, onSubject }: { readonly act: ActRow | undefined; readonly onSubject: (subject: string) => void }) {
  const { t, maybe } = useTexts();
  const verdict = useVerdict();
  if (act === undefined) return <Panel><Empty icon="journal">{t('journal.detail.pick')}</Empty></Panel>;
  const standing = standingOf(act.seq, verdict);
  const { subject } = act;
  return (
    <Panel title={t('journal.detail.title', { seq: act.seq })}>
      <div className={styles['detail']}>
        <Definitions rows={[
          [t('journal.columns.kind'), <>{actWords(act, maybe)} <code>{act.kind}</code></>],
          [t('journal.columns.result'), <StatusBadge key="result" tone={act.result === 'done' ? 'good' : 'bad'}>{t(`journal.result.${act.result}`)}</StatusBadge>],
          [t('journal.columns.at'), momentOf(act.at)],
          [t('journal.columns.officer'), act.officer],
          [t('journal.columns.workstation'), act.workstation],
          [t('journal.columns.subject'), subject === null ? null : <code>{subject}</code>],
          [t('journal.detail.chain'), <StatusBadge key="chain" tone={tones[standing]}>{t(`journal.detail.${standing}`)}</StatusBadge>],
          [t('journal.detail.hash'), <Hash key="hash" hash={act.hash} />],
        ]} />
        <h3 className={styles['heading']}>{t('journal.columns.detail')}</h3>
        <Said key={act.seq} detail={act.detail} />
        {subject !== null && <div><Button icon="filter" onClick={() => onSubject(subject)}>{t('journal.detail.subjectOnly')}</Button></div>}
      </div>
    </Panel>
  );
}
