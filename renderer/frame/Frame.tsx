import { Suspense, useEffect, useRef } from 'react';
import { Button, IconButton } from '../components/Button.tsx';
import { Empty, Note } from '../components/notes.tsx';
import { ArticleDrawer } from '../components/ArticleDrawer.tsx';
import { registry } from '../contract/client.ts';
import { showDateTime } from '../language/dates.ts';
import { useTexts } from '../language/texts.ts';
import { screens } from '../screens/index.ts';
import { Palette } from '../shortcuts/Palette.tsx';
import { ShortcutSheet } from '../shortcuts/ShortcutSheet.tsx';
import { useShortcut } from '../shortcuts/useShortcut.ts';
import { Band, DemonstrationMark } from './Bands.tsx';
import { Boundary } from './Boundary.tsx';
import { CertificateBand } from './CertificateBand.tsx';
import { DamageBand } from './DamageBand.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Menu } from './Menu.tsx';
import { back, forward, go, useWay } from './router.ts';
import { useSession } from './session.ts';
import { useShownDegree } from './shown.ts';
import { StatusLine } from './StatusLine.tsx';
import styles from './Frame.module.css';

export function Frame() {
  const { t } = useTexts();
  const { status, officer, lock } = useSession();
  const { place, canGoBack, canGoForward } = useWay();
  const main = useRef<HTMLElement>(null);
  const degree = useShownDegree();
  const own = screens.filter((screen) => screen.roles.includes(officer.role));
  const menu = own.filter((screen) => screen.inMenu);
  const here = own.find((screen) => screen.id === place?.screen);
  const first = menu[0]?.id;
  const title = here ? t(here.title) : t('frame.program');

  useEffect(() => { if (!here && first) go(first); }, [here, first]);
  useEffect(() => { void registry.screen.title({ degree, screen: title }).catch(() => undefined); }, [degree, title]);
  useShortcut('lock', lock);
  useShortcut('back', back);
  useShortcut('forward', forward);
  useShortcut('main', () => main.current?.focus());

  return (
    <div className={styles['frame']}>
      <div>
        <Band place="top" />
        {status.demonstration && <DemonstrationMark />}
      </div>
      <header className={styles['head']}>
        <div className={styles['way']}>
          <IconButton icon="left" label={t('shortcuts.back')} shortcut="back" onClick={back} disabled={!canGoBack} />
          <IconButton icon="right" label={t('shortcuts.forward')} shortcut="forward" onClick={forward} disabled={!canGoForward} />
        </div>
        <h1 className={styles['title']}>{title}</h1>
        <div className={styles['who']}>
          <div className={styles['whoName']}>{officer.name}</div>
          <div className={styles['whoRole']}>{t(`frame.roles.${officer.role}`)}</div>
        </div>
        <LanguageSwitch />
        <Button icon="lock" onClick={lock} shortcut="lock">{t('frame.lock')}</Button>
      </header>
      <div>
        {status.clockSetBack && (
          <div className={styles['banner']}>
            <Note tone="error" actions={here?.id === 'officers' ? undefined : <Button onClick={() => go('officers')}>{t('officers.clock.goThere')}</Button>}>
              <strong>{t('frame.clock.title')}</strong>
              <span>{t('frame.clock.what', { now: showDateTime(status.clockSetBack.now), lastAct: showDateTime(status.clockSetBack.lastAct) })}</span>
            </Note>
          </div>
        )}
        <DamageBand here={here?.id} />
        <CertificateBand here={here?.id} />
      </div>
      <div className={styles['body']}>
        <Menu screens={menu} here={here?.id} />
        <main className={styles['main']} ref={main} tabIndex={-1} aria-label={title}>
          {here && place ? (
            <Boundary key={`${here.id} ${JSON.stringify(place.params)}`}>
              <Suspense fallback={null}><here.component params={place.params} /></Suspense>
            </Boundary>
          ) : <Empty icon="shield">{t('frame.noScreens')}</Empty>}
        </main>
      </div>
      <StatusLine />
      <Band place="bottom" />
      <Palette screens={menu} />
      <ShortcutSheet />
      <ArticleDrawer />
    </div>
  );
}
