import { chromium } from 'playwright-core';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { ShellFailure } from '../failure.ts';
import type { Bridge } from '../port.ts';
import { answerFrom } from '../renderer-files.ts';
import { windowArguments } from './arguments.ts';
import { browserEnvironment } from './locale.ts';
import { openWire } from './wire.ts';
import type { Wire } from './wire.ts';

/** `.invalid` is reserved (RFC 2606): no name server can ever answer for it. */
export const origin = 'https://grif.invalid';

export interface WindowOptions {
  readonly binary: string;
  readonly profile: string;
  readonly rendererFolder: string;
  readonly headless: boolean;
  readonly language: string;
}

export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly wire: Wire;
}

/**
 * Launches the browser as one window without tabs and loads the first screen in it. Every request is
 * answered here from the renderer's folder; a request to any other origin is aborted with the kind
 * that leaves the page as it stands.
 */
export async function openWindow(options: WindowOptions, bridge: Bridge): Promise<Window> {
  let context: BrowserContext;
  try {
    context = await chromium.launchPersistentContext(options.profile, {
      executablePath: options.binary,
      ignoreDefaultArgs: true,
      args: windowArguments({ ...options, root: process.getuid?.() === 0 }),
      env: browserEnvironment(process.env),
      headless: options.headless,
      viewport: null,
      colorScheme: null,
      acceptDownloads: false,
      serviceWorkers: 'block',
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw new ShellFailure('CHROMIUM_FAILED', error instanceof Error ? error.message : String(error));
  }
  try {
    const page = context.pages()[0] ?? await context.waitForEvent('page', { timeout: 10_000 });
    await context.grantPermissions([]);
    await context.route('**/*', (route) => serve(route, options.rendererFolder));
    // Ctrl+N, Ctrl+T and a page's own window.open end here: there is one window.
    context.on('page', (extra) => {
      if (extra !== page) void extra.close().catch(() => undefined);
    });
    const wire = await openWire(page, origin, bridge);
    const answer = await page.goto(`${origin}/`, { waitUntil: 'load' });
    if (answer?.status() !== 200) {
      throw new ShellFailure('RENDERER_MISSING', `no index.html in ${options.rendererFolder}; npm start builds it`);
    }
    const cdp = await context.newCDPSession(page);
    await cdp.send('Page.resetNavigationHistory');
    await cdp.detach();
    return { context, page, wire };
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function serve(route: Route, rendererFolder: string): Promise<void> {
  const url = new URL(route.request().url());
  try {
    if (url.origin !== origin) await route.abort('aborted');
    else await route.fulfill(await answerFrom(rendererFolder, route.request().method(), url.pathname));
  } catch {
    // The page that asked is gone (closed, crashed, an extra window): there is nobody to answer, and
    // main must not fall over for it.
  }
}
