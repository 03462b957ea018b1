import { useEffect, useRef, type KeyboardEvent } from 'react';
import { GrifBadge } from '../../components/badges.tsx';
import { StrengthBadge, type Proposal } from '../../components/ProposalCard.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './similar.module.css';

/** The pairs that wait for a decision, the likeliest first; arrows move, the pair shown is the one under the focus. */
export function PairList({ proposals, here, onChoose }: { readonly proposals: readonly Proposal[]; readonly here: string | undefined; readonly onChoose: (otherId: string) => void }) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const some = proposals.length > 0;
  // Whoever comes from another screen can decide at once; a focus that is somewhere already is left there.
  useEffect(() => {
    if (some && (document.activeElement === document.body || document.activeElement === null)) list.current?.querySelector('button')?.focus();
  }, [some]);
  const keys = (event: KeyboardEvent) => {
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey) return;
    event.preventDefault();
    const at = proposals.findIndex(({ material }) => material.id === here);
    const to = proposals[Math.max(0, Math.min(proposals.length - 1, at + step))];
    if (!to) return;
    onChoose(to.material.id);
    list.current?.querySelectorAll('button')[proposals.indexOf(to)]?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move among the list's buttons
    <ul ref={list} className={styles['pairs']} aria-label={t('similar.pairs')} onKeyDown={keys}>
      {proposals.map(({ material, strength }) => (
        <li key={material.id}>
          <button type="button" onClick={() => onChoose(material.id)} {...(material.id === here ? { 'aria-current': 'true' as const } : {})}>
            <strong>{material.regNo}</strong>
            <span className={styles['badges']}><StrengthBadge strength={strength} /> <GrifBadge degree={material.degree} /></span>
            <span className={styles['dim']}>{`${material.originator} · ${material.senderNumber}`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
