import { useRef } from 'react';
import { Icon } from '../components/Icon.tsx';
import { useTexts } from '../language/texts.ts';
import type { Screen } from '../screens/index.ts';
import { useShortcut } from '../shortcuts/useShortcut.ts';
import { go } from './router.ts';
import styles from './Frame.module.css';

/** The list of screens: arrows move, Enter or Space opens, Alt+1 to Alt+9 open from anywhere. */
export function Menu({ screens, here }: { readonly screens: readonly Screen[]; readonly here: string | undefined }) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  useShortcut('screens', (event) => {
    const chosen = screens[Number(event.code.slice(-1)) - 1];
    if (chosen) go(chosen.id);
  });
  useShortcut('menu', () => {
    const own = buttons();
    (own.find((each) => each.getAttribute('aria-current') === 'page') ?? own[0])?.focus();
  });
  const move = (event: React.KeyboardEvent) => {
    const own = buttons();
    const at = own.findIndex((each) => each === document.activeElement);
    const to = event.code === 'ArrowDown' ? at + 1 : event.code === 'ArrowUp' ? at - 1 : event.code === 'Home' ? 0 : event.code === 'End' ? own.length - 1 : undefined;
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    own[(to + own.length) % own.length]?.focus();
  };
  const current = Math.max(0, screens.findIndex((each) => each.id === here));
  return (
    <nav className={styles['menu']} aria-label={t('frame.menu')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move among the list's buttons */}
      <ul ref={list} onKeyDown={move}>
        {screens.map((screen, at) => (
          <li key={screen.id}>
            <button type="button" tabIndex={at === current ? 0 : -1} onClick={() => go(screen.id)}
              {...(screen.id === here ? { 'aria-current': 'page' as const } : {})}>
              <Icon name={screen.icon} />
              <span className={styles['menuTitle']}>{t(screen.title)}</span>
              {at < 9 && <span className={styles['menuKey']} aria-hidden>{at + 1}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
