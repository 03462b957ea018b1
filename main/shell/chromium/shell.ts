import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ShellFailure } from '../failure.ts';
import type { Bridge, Shell } from '../port.ts';
import { requireChromium } from './binary.ts';
import { watchSuspend } from './idle.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { openWindow } from './window.ts';
import type { Window } from './window.ts';

export interface ChromiumShellOptions {
  /** Holds the lock and the browser's profile (the officer's desk); made with mode 0700 if missing. */
  readonly dataFolder: string;
  readonly rendererFolder: string;
  readonly headless?: boolean;
  readonly language?: string;
  /** Milliseconds since 1970, for telling three crashes in a minute from three in a year. */
  readonly now?: () => number;
}

export interface ChromiumShell extends Shell {
  readonly kind: 'chromium';
  /** The page in the window, for end-to-end tests and the rehearsal; a new one after a relaunch. */
  page(): Page;
}

/** Crashes within a minute after which the shell stops relaunching and says so. */
const mostCrashes = 3;

/** Throws ShellFailure: CHROMIUM_MISSING, ALREADY_RUNNING here; CHROMIUM_FAILED, RENDERER_MISSING from `open`. */
export function createChromiumShell(options: ChromiumShellOptions): ChromiumShell {
  const binary = requireChromium();
  const now = options.now ?? Date.now;
  const profile = join(options.dataFolder, 'desk');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const lock = takeInstanceLock(options.dataFolder);

  let current: Window | undefined;
  let given: { bridge: Bridge; title: string } | undefined;
  let closing = false;
  let crashes: number[] = [];
  const ended = Promise.withResolvers<void>();
  ended.promise.catch(() => undefined);
  const idle = new Set<(reason: 'suspend' | 'lock-screen' | 'idle') => void>();
  const watch = watchSuspend(() => idle.forEach((listener) => listener('suspend')), now);

  function end(failure?: ShellFailure): void {
    closing = true;
    watch.stop();
    lock.release();
    if (failure) ended.reject(failure);
    else ended.resolve();
  }

  async function launch(): Promise<void> {
    if (!given) return;
    const window = await openWindow({
      binary, profile, rendererFolder: options.rendererFolder,
      headless: options.headless ?? false, language: options.language ?? 'ru',
    }, given.bridge);
    current = window;
    window.page.on('crash', () => void relaunch(window));
    window.page.on('close', () => void window.context.close().catch(() => undefined));
    window.context.on('close', () => {
      if (current !== window) return;
      current = undefined;
      end();
    });
    await applyTitle(window.page, given.title);
  }

  /** A page whose process died cannot be revived: the browser is closed and started again. */
  async function relaunch(dead: Window): Promise<void> {
    if (closing || current !== dead) return;
    current = undefined;
    crashes = [...crashes.filter((at) => now() - at < 60_000), now()];
    await dead.context.close().catch(() => undefined);
    try {
      if (crashes.length >= mostCrashes) throw new ShellFailure('RENDERER_UNSTABLE', `${mostCrashes} crashes within a minute`);
      await launch();
    } catch (error) {
      end(error instanceof ShellFailure ? error : new ShellFailure('CHROMIUM_FAILED', String(error)));
    }
  }

  function page(): Page {
    if (!current) throw new ShellFailure('CHROMIUM_FAILED', 'no window is open');
    return current.page;
  }

  return {
    kind: 'chromium',
    page,
    async open(bridge, look) {
      given = { bridge, title: look.title };
      try {
        await launch();
      } catch (error) {
        end();
        throw error;
      }
    },
    signal(event, json) {
      current?.wire.signal(event, json);
    },
    async reload() {
      const window = current;
      await loadedAnew(page()).catch(async (error: unknown) => {
        // What the page shows must go (lock is erase): a page that cannot be loaded anew goes with its browser.
        if (window === undefined || current !== window || closing) throw error;
        await relaunch(window);
      });
      if (given) await applyTitle(page(), given.title);
    },
    async title(text) {
      if (given) given.title = text;
      if (current) await applyTitle(current.page, text);
    },
    pathOf: async (token) => current?.wire.pathOf(token),
    // A process beside a browser has no dialogue of its own: the screen asks for the path in a field.
    askFolder: () => Promise.resolve(undefined),
    onIdle(listener) {
      idle.add(listener);
    },
    closed: () => ended.promise,
    async close() {
      closing = true;
      await current?.context.close();
      end();
    },
  };
}

/** Loads the page anew; while another loading replaces it it may refuse to be, or be broken off, so it is asked again for two seconds. */
async function loadedAnew(page: Page): Promise<void> {
  for (let tries = 40; ; tries -= 1) {
    try {
      await page.reload({ waitUntil: 'load' });
      return;
    } catch (error) {
      if (tries === 0 || page.isClosed()) throw error;
      await setTimeout(50);
    }
  }
}

async function applyTitle(page: Page, title: string): Promise<void> {
  await page.evaluate((text) => {
    document.title = text;
  }, title);
}
