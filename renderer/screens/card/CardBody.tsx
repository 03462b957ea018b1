import { useEffect, useRef, useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { Tabs, type Tab } from '../../components/Tabs.tsx';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import { useStates } from '../common/useStates.ts';
import { Banners } from './Banners.tsx';
import { useBreaches } from './useBreaches.ts';
import { CardHead } from './CardHead.tsx';
import { ContentSection } from './ContentSection.tsx';
import { JournalSection } from './JournalSection.tsx';
import { LinksSection } from './LinksSection.tsx';
import { MovementSection } from './MovementSection.tsx';
import { RightsSection } from './RightsSection.tsx';
import styles from './card.module.css';

export type Card = Answer<'materials.card'>;

const sections = ['content', 'links', 'rights', 'movement', 'journal'] as const;
type Section = (typeof sections)[number];

/** The card, section by section: Alt+PageDown and Alt+PageUp turn them from anywhere, arrows in the line of tabs. */
export function CardBody({ card }: { readonly card: Card }) {
  const { t } = useTexts();
  const { bareName: bodyName, choices: bodyChoices } = useBodyNames();
  const { withCentre: stateChoices } = useStates();
  const [section, setSection] = useState<Section>('content');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // One who comes from the list stands on the card, not on nothing.
    if (document.activeElement?.matches('body, main')) place.current?.focus({ preventScroll: true });
  }, []);
  useShortcut('section', (event) => {
    const at = sections.indexOf(section) + (event.code === 'PageDown' ? 1 : -1);
    setSection(sections[(at + sections.length) % sections.length] ?? 'content');
  });
  const breaches = useBreaches(card);
  const named = (code: string) => [code, bodyName(code)].filter(Boolean).join(' ');
  const counts: Readonly<Record<Section, number>> = {
    content: card.attachments.length, links: card.links.length + card.sources.length,
    rights: card.restrictions.filter((each) => each.liftedBy === null).length + card.consents.length,
    movement: card.transfers.length + card.notices.length + card.incidents.length, journal: card.journal.length,
  };
  const tab = (value: Section, content: Tab<Section>['content']): Tab<Section> =>
    ({ value, content, label: t(`card.section.${value}`), badge: counts[value] > 0 ? <span className={styles['count']}>{counts[value]}</span> : undefined });
  return (
    <div className={styles['card']} ref={place} tabIndex={-1}>
      <CardHead card={card} bodyName={bodyName} />
      <Banners card={card} breaches={breaches} />
      <Tabs label={t('card.sections')} value={section} onChange={setSection} tabs={[
        tab('content', <ContentSection card={card} named={named} />),
        tab('links', <LinksSection card={card} named={named} />),
        tab('rights', <RightsSection card={card} named={named} bodies={bodyChoices} states={stateChoices} />),
        tab('movement', <MovementSection card={card} breaches={breaches} named={named} />),
        tab('journal', <JournalSection card={card} />),
      ]} />
    </div>
  );
}
