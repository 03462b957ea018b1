import { useState } from 'react';
import type { Refusal } from '#app/contract/refusals.ts';
import { IconButton, Button } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { langOf } from '../materials/words.ts';
import type { Card } from './CardBody.tsx';
import styles from './card.module.css';

/** So much of a text is laid out at once; a report of ten million characters is shown piece by piece. */
const piece = 40_000;

/** The block as received: verbatim, in its own language and alphabet, never edited (Art. 11). */
export function AsReceived({ card }: { readonly card: Card }) {
  const { t } = useTexts();
  const [fixed, setFixed] = useState(false);
  const [pieces, setPieces] = useState(1);
  const { asReceived, row } = card;
  const lang = langOf(asReceived.language);
  const verbatim = (value: string) => (value === '' ? '' : <bdi lang={lang}>{value}</bdi>);
  const shown = asReceived.text.slice(0, piece * pieces);
  const left = asReceived.text.length - shown.length;
  return (
    <Panel title={t(row.product ? 'card.received.own' : 'card.received.title')}
      actions={<IconButton icon="columns" label={t('card.received.fixed')} pressed={fixed} onClick={() => setFixed(!fixed)} />}>
      <Definitions rows={[
        [t('card.received.marking'), verbatim(asReceived.marking)],
        ...(row.product ? [] : [[t('card.received.code'), verbatim(asReceived.code)] as const]),
        ...asReceived.attributes.map(({ name, value }) => [<bdi key={name} lang={lang}>{name}</bdi>, verbatim(value)] as const),
        [t('materials.column.language'), t(`materials.language.${asReceived.language}`)],
      ]} />
      {card.withheld.length > 0 && <><Note tone="warn"><strong>{t('card.received.withheld')}</strong></Note><RefusalList refusals={card.withheld as readonly Refusal[]} /></>}
      {card.withheld.length === 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard
        <div className={styles['verbatim']} data-fixed={fixed || undefined} lang={lang} dir="auto" role="document" aria-label={t('card.received.text')} tabIndex={0}>
          {shown === '' ? <span className={styles['dim']}>{t('card.received.noText')}</span> : shown}
        </div>
      )}
      {left > 0 && <Button onClick={() => setPieces(pieces + 4)}>{t('card.received.more', { left: showNumber(left) })}</Button>}
    </Panel>
  );
}
