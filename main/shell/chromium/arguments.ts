/**
 * The whole command line of the browser: Playwright's own defaults are switched off, because some of
 * them weaken it (no sandbox, pop-ups allowed, unlimited messages) and none is written for a program
 * that holds secrets.
 */
export interface LaunchLook {
  readonly profile: string;
  readonly headless: boolean;
  /** BCP 47 tag of the browser's own texts (file dialogues, validation). */
  readonly language: string;
  readonly root: boolean;
}

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=' + [
    'AutofillServerCommunication', 'BackForwardCache', 'CertificateTransparencyComponentUpdater',
    'DialMediaRouteProvider', 'GlobalMediaControls', 'InterestFeedContentSuggestions', 'MediaRouter',
    'OptimizationHints', 'PaintHolding', 'SpareRendererForSitePerProcess', 'Translate',
  ].join(','),
];

/** Routes answer what pages ask; these switches stop what the browser itself would send (the air gap). */
const noNetwork = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/** As root the sandbox cannot start; only then it is off, and the start report says so. */
const asRoot = ['--no-sandbox', '--test-type'];

export function windowArguments(look: LaunchLook): string[] {
  return [
    `--user-data-dir=${look.profile}`,
    '--remote-debugging-pipe',
    ...quiet,
    ...noNetwork,
    ...(look.root ? asRoot : []),
    ...(look.headless ? ['--headless'] : []),
    `--lang=${look.language}`,
    '--disk-cache-size=1',
    '--media-cache-size=1',
    '--disable-gpu-shader-disk-cache',
    '--window-size=1440,900',
    '--app=data:text/html,<title>Grif</title>',
  ];
}

export function printerArguments(look: { profile: string; root: boolean }): string[] {
  return [
    `--user-data-dir=${look.profile}`,
    '--remote-debugging-pipe',
    '--headless',
    ...quiet,
    ...noNetwork,
    ...(look.root ? asRoot : []),
    '--disable-gpu',
    '--font-render-hinting=none',
    'about:blank',
  ];
}
