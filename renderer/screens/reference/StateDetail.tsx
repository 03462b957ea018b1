import { daysBetween } from '#app/agreement/civilDate.ts';
import type { Answer } from '#app/contract/index.ts';
import states from '#assets/reference/states.json' with { type: 'json' };
import { ArticleLink } from '../../components/ArticleLink.tsx';
import { StatusBadge } from '../../components/badges.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './reference.module.css';

export type PartyStatus = Answer<'reference.parties'>[number];
type Step = PartyStatus['steps'][number];

/** One entry into force has three ways: with the general date, by its own clock, by accession. */
const forceWays: Readonly<Record<string, string>> = { 'R20.2': 'forceShared', 'R20.3': 'forceOwn', 'R21.1': 'forceAccession' };
const textOf = ({ code, rule }: Step): string => (code === 'force' ? forceWays[rule] ?? 'forceOwn' : code);

function StepLine({ step, later }: { readonly step: Step; readonly later: boolean }) {
  const { t, maybe } = useTexts();
  const { date, from, document, rule } = step;
  const params = { date: showDate(date), from: showDate(from ?? ''), days: from === null ? 0 : daysBetween(from, date) };
  return (
    <li data-later={later || undefined}>
      <span className={styles['stepDate']}>{showDate(date)}</span>
      <span>{maybe(`reference.states.steps.${textOf(step)}`, params) ?? step.code}</span>
      <span className={styles['stepMore']}>
        <ArticleLink rule={rule} />
        {document !== null && <span>{t('reference.states.byDocument', { document })}</span>}
        {later && <StatusBadge>{t('reference.states.later')}</StatusBadge>}
      </span>
    </li>
  );
}

/** The status of one State with the arithmetic behind it, step by step. */
export function StateDetail({ party, name, on }: { readonly party: PartyStatus; readonly name: string; readonly on: string }) {
  const { t } = useTexts();
  const { state, status, since, mayExchange, steps } = party;
  const unsigned = states.states.some((each) => each.code === state && !each.signatureLine);
  return (
    <Panel title={name}>
      <div className={styles['stack']}>
        <Definitions rows={[
          [t('reference.states.status'), [t(`reference.states.names.${status}`), since === null ? '' : t('reference.states.since', { date: showDate(since) })].filter(Boolean).join(' ')],
          [t('reference.states.exchange'), <StatusBadge key="may" tone={mayExchange ? 'good' : 'bad'}>{t(mayExchange ? 'reference.states.mayExchange' : 'reference.states.mayNot')}</StatusBadge>],
        ]} />
        {unsigned && !mayExchange && <Note tone="warn">{t('reference.states.noSignatureLine')}</Note>}
        <h3 className={styles['heading']}>{t('reference.states.arithmetic')}</h3>
        {steps.length === 0
          ? <p className={styles['dim']}>{t('reference.states.noSteps')}</p>
          : (
            <ol className={styles['steps']} aria-label={t('reference.states.arithmetic')}>
              {/* oxlint-disable-next-line react/no-array-index-key -- steps have no identity but their order */}
              {steps.map((step, at) => <StepLine key={`${at} ${step.code}`} step={step} later={step.date > on} />)}
            </ol>
          )}
      </div>
    </Panel>
  );
}
