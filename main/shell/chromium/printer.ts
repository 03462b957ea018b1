import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';
import { ShellFailure } from '../failure.ts';
import { withoutMetadata } from '../pdf-metadata.ts';
import type { Printer } from '../port.ts';
import { spoolerPrint, spoolerPrinters } from '../spooler.ts';
import { printerArguments } from './arguments.ts';
import { requireChromium } from './binary.ts';

/**
 * Prints in a browser of its own: a new page in the officer's window would open a tab there. It starts
 * with the first document and is kept; its profile is a private folder that never sees a document's
 * text on disk (nothing is loaded by address, nothing is cached) and is removed on closing.
 */
export function createChromiumPrinter(): Printer {
  let starting: Promise<BrowserContext> | undefined;
  let profile: string | undefined;
  /** Documents are made one after another: memory stays that of one. */
  let last: Promise<unknown> = Promise.resolve();

  async function start(): Promise<BrowserContext> {
    const binary = requireChromium();
    profile ??= mkdtempSync(join(tmpdir(), 'grif-print-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: binary,
      ignoreDefaultArgs: true,
      args: printerArguments({ profile, root: process.getuid?.() === 0 }),
      headless: true,
      acceptDownloads: false,
      serviceWorkers: 'block',
      javaScriptEnabled: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    await context.route('**/*', (route) => route.abort('aborted').catch(() => undefined));
    context.on('close', () => { starting = undefined; });
    return context;
  }

  async function make(html: string): Promise<Uint8Array> {
    starting ??= start();
    try {
      const context = await starting;
      const page = await context.newPage();
      try {
        await page.setContent(html, { waitUntil: 'load' });
        await page.evaluate(async () => { await document.fonts.ready; });
        return withoutMetadata(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }));
      } finally {
        await page.close().catch(() => undefined);
      }
    } catch (error) {
      // A browser that did not start, or died, is started again for the next document.
      const broken = starting;
      starting = undefined;
      await broken?.then((context) => context.close()).catch(() => undefined);
      if (error instanceof ShellFailure) throw error;
      throw new ShellFailure('PDF_FAILED', error instanceof Error ? error.message : String(error));
    }
  }

  return {
    pdf(html) {
      const made = last.then(() => make(html));
      last = made.catch(() => undefined);
      return made;
    },
    print: (pdf, options) => spoolerPrint(pdf, options),
    printers: () => spoolerPrinters(),
    async close() {
      await last;
      const context = await starting?.catch(() => undefined);
      await context?.close();
      if (profile !== undefined) rmSync(profile, { recursive: true, force: true });
      profile = undefined;
      starting = undefined;
    },
  };
}
