import { app, Menu, session, webContents } from 'electron';
import type { BrowserWindowConstructorOptions, Session } from 'electron';
import { join } from 'node:path';
import { origin } from './origin.ts';

/**
 * Everything that is forbidden in the Electron shell, in one place. Main enforces it for every
 * webContents that ever comes to be, not only for the window we open.
 */
export function harden(): void {
  // A renderer that somehow was made without it is sandboxed all the same.
  app.enableSandbox();
  app.commandLine.appendSwitch('proxy-server', 'http://127.0.0.1:9');
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-features', 'Translate,MediaRouter,OptimizationHints,AutofillServerCommunication');
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  if (app.isPackaged) {
    for (const word of ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'load-extension']) {
      app.commandLine.removeSwitch(word);
    }
  }
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => refuseForeign(event));
    contents.on('will-frame-navigate', (event) => refuseForeign(event));
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    if (app.isPackaged) contents.on('devtools-opened', () => contents.closeDevTools());
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('login', (event) => event.preventDefault());
}

function refuseForeign(event: { url: string; preventDefault(): void }): void {
  if (new URL(event.url).origin !== origin && !event.url.startsWith(`${origin}/`)) event.preventDefault();
}

/** After `ready`: permissions, devices, downloads and every request outside our scheme are refused. */
export function hardenSession(which: Session = session.defaultSession): void {
  Menu.setApplicationMenu(null);
  which.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  which.setPermissionCheckHandler(() => false);
  which.setDevicePermissionHandler(() => false);
  which.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  which.on('will-download', (event) => event.preventDefault());
  which.setSpellCheckerEnabled(false);
  which.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !/^(app:\/\/grif\/|data:|blob:app:\/\/grif\/|devtools:)/.test(request.url) });
  });
}

/** Preferences of the officer's window. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences, preload },
  };
}

/** Preferences of the hidden window in which documents are made: no script runs in it at all. */
export function printerWindowOptions(partition: string): BrowserWindowConstructorOptions {
  return { show: false, webPreferences: { ...webPreferences, javascript: false, partition } };
}

const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  enableWebSQL: false,
  devTools: !app.isPackaged,
} as const;

/** The preload beside the bundled main. */
export const preloadFile = join(import.meta.dirname, 'preload.cjs');

/** For the shell tests: how many windows' contents exist. */
export const contentsCount = (): number => webContents.getAllWebContents().length;
