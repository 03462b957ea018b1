import type { Refusal } from '#app/contract/refusals.ts';
import { GrifBadge, EvaluationBadge } from '../../components/badges.tsx';
import { IconButton } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import type { Answer } from '#app/contract/index.ts';
import { go } from '../../frame/router.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { sharedStretches } from './sharedStretches.ts';
import styles from './similar.module.css';

export type Card = Answer<'materials.card'>;

/** One of two materials: its requisites and its text as received, with what both share marked. */
export function MaterialSide({ card, title, named }: { readonly card: Card; readonly title: string; readonly named: readonly string[] }) {
  const { t } = useTexts();
  const { row, asReceived } = card;
  useScreenGrif(row.degree);
  return (
    <Panel title={<>{title}: {row.regNo} <GrifBadge degree={row.degree} /></>}
      actions={<IconButton icon="card" label={t('similar.cardOf', { number: row.regNo })} onClick={() => go('card', { materialId: row.id })} />}>
      <Definitions rows={[
        [t('similar.sender'), `${row.originator} · ${row.senderNumber} · ${showDate(row.senderDate)}`],
        [t('similar.marking'), asReceived.marking],
        [t('similar.evaluation'), <EvaluationBadge key="code" code={row.evaluation} />],
        [t('similar.registered'), showDateTime(row.registeredAt)],
        ...(row.admission === 'notAdmitted' ? [[t('similar.admission'), t('similar.notAdmitted')] as const] : []),
      ]} />
      <RefusalList refusals={card.withheld as readonly Refusal[]} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, so the keyboard must reach it */}
      <section className={styles['text']} lang={asReceived.language === 'other' ? 'und' : asReceived.language} aria-label={`${t('similar.text')}: ${row.regNo}`} tabIndex={0}>
        {sharedStretches(asReceived.text, named).map(({ text, shared }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- stretches of one text, in its order
          shared ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>
        ))}
      </section>
    </Panel>
  );
}
