import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { proposal as shape } from '#app/contract/shapes/material.ts';
import { showDate } from '../language/dates.ts';
import { useTexts } from '../language/texts.ts';
import { EvaluationBadge, GrifBadge, StatusBadge, type Tone } from './badges.tsx';
import styles from './proposal.module.css';

export type Proposal = z.output<typeof shape>;

const tones: Readonly<Record<Proposal['strength'], Tone>> = { strong: 'bad', likely: 'warn', weak: 'neutral' };

/** How much two materials resemble one another, in words. */
export function StrengthBadge({ strength }: { readonly strength: Proposal['strength'] }) {
  const { t } = useTexts();
  return <StatusBadge tone={tones[strength]}>{t(`components.proposal.strength.${strength}`)}</StatusBadge>;
}

/** Why: names, numbers and phrases that both have, as each side writes them. */
export function ReasonTable({ proposal, here }: { readonly proposal: Proposal; readonly here: string }) {
  const { t, maybe } = useTexts();
  return (
    <table className={styles['reasons']}>
      <thead><tr><th scope="col">{t('components.proposal.shared')}</th><th scope="col">{here}</th><th scope="col">{t('components.proposal.held')}</th></tr></thead>
      <tbody>
        {proposal.reasons.map(({ kind, here: own, there }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- reasons have no identity but their order
          <tr key={at}><th scope="row">{maybe(`components.proposal.kinds.${kind}`) ?? kind}</th><td>{own === '' ? '—' : own}</td><td>{there}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

/** A material already held that resembles another: its requisites, how strongly, and why. */
export function ProposalCard({ proposal, here, actions }: { readonly proposal: Proposal; readonly here: string; readonly actions?: ReactNode }) {
  const { material } = proposal;
  return (
    <article className={styles['card']} aria-label={material.regNo}>
      <div className={styles['line']}>
        <StrengthBadge strength={proposal.strength} /> <strong>{material.regNo}</strong> <GrifBadge degree={material.degree} /> <EvaluationBadge code={material.evaluation} />
      </div>
      <div className={styles['dim']}>{`${material.originator} · ${material.senderNumber} · ${showDate(material.senderDate)}`}</div>
      <ReasonTable proposal={proposal} here={here} />
      {actions && <div className={styles['line']}>{actions}</div>}
    </article>
  );
}
