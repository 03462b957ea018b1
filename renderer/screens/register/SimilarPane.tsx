import { useRef, type KeyboardEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { Button } from '../../components/Button.tsx';
import { Keys } from '../../components/Keys.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote, Note } from '../../components/notes.tsx';
import { ProposalCard } from '../../components/ProposalCard.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { useScreenGrif } from '../../frame/shown.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { useDocumentValues } from './documentForm.ts';
import { useProposals } from './useProposals.ts';
import styles from './register.module.css';

/** What is already held and resembles the text being typed, each with why; one key marks the new material as its supplement (Art. 7). */
export function SimilarPane() {
  const { t } = useTexts();
  const { control, setValue } = useDocumentValues();
  const [text, supplementOf] = useWatch({ control, name: ['asReceived.text', 'supplementOf'] });
  const { value, refusals, fault, asking } = useProposals(text);
  const list = useRef<HTMLUListElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const proposals = value?.proposals ?? [];
  useScreenGrif(...proposals.map(({ material }) => material.degree));
  const marks = () => [...(list.current?.querySelectorAll<HTMLElement>('button[aria-pressed]') ?? [])];
  useShortcut('proposals', proposals.length === 0 ? undefined : () => {
    cameFrom.current = document.activeElement;
    marks()[0]?.focus();
  });
  const keys = (event: KeyboardEvent) => {
    const all = marks();
    const at = all.findIndex((each) => each.closest('li')?.contains(document.activeElement));
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && !event.altKey) {
      event.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
    } else if (event.code === 'Escape' && cameFrom.current instanceof HTMLElement) {
      event.preventDefault();
      event.stopPropagation();
      cameFrom.current.focus();
    }
  };
  return (
    <Panel title={<>{t('register.similar.title')} {proposals.length > 0 && <Keys shortcut="proposals" />}</>}>
      <output className={styles['dim']}>{asking ? t('register.similar.asking') : value ? t('register.similar.found', { count: proposals.length }) : t('register.similar.hint')}</output>
      <ErrorNote fault={fault} />
      <RefusalList refusals={refusals} />
      {value?.outsideAccess === true && <Note tone="warn">{t('register.similar.outside')}</Note>}
      {value && proposals.length === 0 && <Empty icon="links">{t('register.similar.none')}</Empty>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move among the buttons of the list */}
      <ul ref={list} className={styles['proposals']} onKeyDown={keys} data-asking={asking || undefined}>
        {proposals.map((proposal) => {
          const { id, regNo } = proposal.material;
          const marked = supplementOf === id;
          return (
            <li key={id}>
              <ProposalCard proposal={proposal} here={t('register.similar.here')}
                actions={(
                  <Button icon={marked ? 'check' : 'links'} pressed={marked} label={t('register.similar.markOf', { number: regNo })}
                    onClick={() => setValue('supplementOf', marked ? null : id, { shouldDirty: true })}>
                    {t('register.similar.mark')}
                  </Button>
                )} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
