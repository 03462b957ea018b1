import { app, BrowserWindow, dialog, powerMonitor } from 'electron';
import { join } from 'node:path';
import { ShellFailure } from '../failure.ts';
import type { Bridge, Shell } from '../port.ts';
import { openChannel } from './channel.ts';
import type { Channel } from './channel.ts';
import { harden, hardenSession, preloadFile, windowOptions } from './hardening.ts';
import { origin, signalChannel } from './origin.ts';
import { declareScheme, serveRenderer } from './scheme.ts';

export interface ElectronShellOptions {
  readonly dataFolder: string;
  readonly rendererFolder: string;
}

const mostCrashes = 3;

/** Must be called before Electron is ready (while the entry module is still being evaluated). */
export function createElectronShell(options: ElectronShellOptions): Shell {
  // Beside the vault, and told before the lock: Electron keeps its lock and its profile there.
  app.setPath('userData', join(options.dataFolder, 'desk'));
  app.setPath('sessionData', join(options.dataFolder, 'desk'));
  if (!app.requestSingleInstanceLock()) throw new ShellFailure('ALREADY_RUNNING', `another start holds ${options.dataFolder}`);
  harden();
  declareScheme();

  let window: BrowserWindow | undefined;
  let channel: Channel | undefined;
  let title = '';
  let crashes: number[] = [];
  let closing = false;
  const ended = Promise.withResolvers<void>();
  ended.promise.catch(() => undefined);

  // Electron quits by itself when the last window closes; main closes the vault first.
  app.on('window-all-closed', () => undefined);
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });

  async function load(): Promise<void> {
    const made = new BrowserWindow({ ...windowOptions(preloadFile), title });
    window = made;
    made.on('page-title-updated', (event) => event.preventDefault());
    made.on('closed', () => {
      if (window !== made) return;
      window = undefined;
      channel?.close();
      ended.resolve();
    });
    made.webContents.on('render-process-gone', () => void revive(made));
    await made.loadURL(`${origin}/`);
    made.webContents.navigationHistory.clear();
    made.show();
  }

  async function revive(dead: BrowserWindow): Promise<void> {
    if (closing || window !== dead) return;
    window = undefined;
    channel?.forget();
    crashes = [...crashes.filter((at) => Date.now() - at < 60_000), Date.now()];
    dead.destroy();
    try {
      if (crashes.length >= mostCrashes) throw new ShellFailure('RENDERER_UNSTABLE', `${mostCrashes} crashes within a minute`);
      await load();
    } catch (error) {
      ended.reject(error);
    }
  }

  return {
    kind: 'electron',
    async open(bridge: Bridge, look) {
      title = look.title;
      await app.whenReady();
      hardenSession();
      serveRenderer(options.rendererFolder);
      channel = openChannel(() => window, bridge);
      try {
        await load();
      } catch (error) {
        throw new ShellFailure('RENDERER_MISSING', error instanceof Error ? error.message : String(error));
      }
    },
    signal(event, json) {
      window?.webContents.send(signalChannel, event, json);
    },
    async reload() {
      channel?.forget();
      await window?.loadURL(`${origin}/`);
      window?.webContents.navigationHistory.clear();
    },
    title(text) {
      title = text;
      window?.setTitle(text);
      return Promise.resolve();
    },
    pathOf: (token) => Promise.resolve(channel?.pathOf(token)),
    async askFolder() {
      const asked = { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] as ('openDirectory' | 'createDirectory' | 'dontAddToRecent')[] };
      const { canceled, filePaths } = window ? await dialog.showOpenDialog(window, asked) : await dialog.showOpenDialog(asked);
      return canceled ? undefined : filePaths[0];
    },
    onIdle(listener) {
      powerMonitor.on('suspend', () => listener('suspend'));
      powerMonitor.on('shutdown', () => listener('suspend'));
      powerMonitor.on('lock-screen', () => listener('lock-screen'));
      powerMonitor.on('user-did-resign-active', () => listener('lock-screen'));
    },
    closed: () => ended.promise,
    close() {
      closing = true;
      window?.destroy();
      ended.resolve();
      return Promise.resolve();
    },
  };
}
