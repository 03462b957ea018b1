import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useEffect, useMemo, useState } from 'react';
import { Icon } from '../components/Icon.tsx';
import { Keys } from '../components/Keys.tsx';
import { recentCommands, rememberCommand } from '../desk/recent.ts';
import { back, forward, go } from '../frame/router.ts';
import { useSession } from '../frame/session.ts';
import { textInAll, useTexts } from '../language/texts.ts';
import type { TextKey } from '../language/areas.ts';
import type { Screen } from '../screens/index.ts';
import { useOfferedCommands } from './commands.ts';
import { isFoundIn } from './layouts.ts';
import { openSheet } from './sheet.ts';
import { shortcuts } from './table.ts';
import { useShortcut } from './useShortcut.ts';

interface Choice { readonly id: string; readonly found: readonly string[]; readonly action: SpotlightActionData }

/** The command palette: finds by the names in all three languages and by the wrong keyboard layout. */
export function Palette({ screens }: { readonly screens: readonly Screen[] }) {
  const { t, language, setLanguage } = useTexts();
  const { lock, officer } = useSession();
  const offered = useOfferedCommands();
  const [query, setQuery] = useState('');
  const [recent, setRecent] = useState<readonly string[]>([]);
  useShortcut('palette', () => spotlight.toggle());
  useEffect(() => { void recentCommands(officer.id).then(setRecent); }, [officer.id]);

  const choices = useMemo<readonly Choice[]>(() => {
    const choice = (id: string, title: TextKey, run: () => void, more: Partial<SpotlightActionData> = {}): Choice => ({
      id, found: textInAll(title),
      action: { ...more, id, label: t(title), onClick: () => { void rememberCommand(officer.id, id).then(setRecent); run(); } },
    });
    const runs: Readonly<Record<string, () => void>> = { lock, back, forward, sheet: openSheet };
    return [
      ...offered.map((each) => choice(`command.${each.id}`, each.title, each.run, { leftSection: <Icon name={each.icon ?? 'right'} /> })),
      ...screens.map((screen) => choice(`screen.${screen.id}`, screen.title, () => go(screen.id), { leftSection: <Icon name={screen.icon} /> })),
      ...shortcuts.filter((each) => each.inPalette).map((each) => choice(`shortcut.${each.id}`, each.title, runs[each.id] ?? (() => undefined), { leftSection: <Icon name="keyboard" />, rightSection: <Keys shortcut={each.id} /> })),
      ...(['ru', 'kk', 'en'] as const).filter((each) => each !== language)
        .map((each) => choice(`language.${each}`, `frame.speak.${each}`, () => setLanguage(each), { leftSection: <Icon name="settings" /> })),
    ];
  }, [t, language, setLanguage, offered, screens, lock, officer.id]);

  const shown = query.trim() === ''
    ? choices.toSorted((a, b) => place(recent, a.id) - place(recent, b.id))
    : choices.filter((each) => isFoundIn(query, each.found));
  return (
    <Spotlight
      actions={shown.map((each) => each.action)} filter={(_, actions) => actions}
      query={query} onQueryChange={setQuery} shortcut={null} lockScroll={false} transitionProps={{ duration: 0 }} overlayProps={{ backgroundOpacity: 0.35, blur: 0 }} attributes={{ content: { 'aria-label': t('shortcuts.palette') } }} scrollable maxHeight={380}
      nothingFound={t('shortcuts.nothingFound')}
      searchProps={{ leftSection: <Icon name="search" />, placeholder: t('shortcuts.paletteHint'), 'aria-label': t('shortcuts.palette') }}
    />
  );
}

const place = (recent: readonly string[], id: string): number => {
  const at = recent.indexOf(id);
  return at === -1 ? recent.length : at;
};
