import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { systemClock } from '#main/clock.ts';
import type { Clock } from '#main/clock.ts';
import type { KdfParameters } from '#main/vault/kdf.ts';
import { startProgram } from '#main/program.ts';
import type { Program } from '#main/program.ts';
import { createRegistry } from '#main/registry.ts';
import { fillDemonstration } from '#main/scenario/fill-demonstration.ts';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import { createChromiumShell } from '#main/shell/chromium/shell.ts';
import type { ChromiumShell } from '#main/shell/chromium/shell.ts';

const rendererFolder = resolve(import.meta.dirname, '../../dist/renderer');
export const assets = resolve(import.meta.dirname, '../../assets');
export const version = '0.0.0-test';
export const workstation = 'TEST-01';

/** A program running in the test's own process, with its window. */
export interface Started {
  readonly program: Program;
  readonly shell: ChromiumShell;
  /** The page in the window now; ask again after a crash or a relaunch. */
  page(): Page;
  readonly dataFolder: string;
  close(): Promise<void>;
}

export interface StartOptions {
  /** A fresh temporary folder, removed on closing, when absent. */
  readonly dataFolder?: string;
  /** What lies in the folder at the start, copied from here. */
  readonly from?: string;
  readonly clock?: Clock;
  /** `lightKdf` where the test is not about passphrases. */
  readonly kdf?: KdfParameters;
}

/** Starts main with the Chromium shell and the built screens; headless when there is no display. */
export async function start(options: StartOptions = {}): Promise<Started> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'grif-e2e-'));
  if (options.from !== undefined) cpSync(options.from, dataFolder, { recursive: true });
  const shell = createChromiumShell({ dataFolder, rendererFolder, headless: !process.env['DISPLAY'] && process.platform === 'linux' });
  const program = await startProgram({
    dataFolder, shell, printer: createChromiumPrinter(),
    createRegistry: (parts) => createRegistry({ ...parts, clock: options.clock ?? systemClock, workstation, assets, version, fillDemonstration: fillDemonstration({ assets, version }), ...(options.kdf ? { kdf: options.kdf } : {}) }),
  });
  return {
    program, shell, dataFolder,
    page: () => shell.page(),
    async close() {
      await program.close();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Collects what the content security policy refuses in this page from now on. */
export function refusalsOfPolicy(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) refused.push(message.text());
  });
  return refused;
}

/** `program` is started for the test and closed after it; `page` is its window's. */
export const test = base.extend<{ program: Started; page: Page }>({
  program: async ({}, use) => {
    const started = await start();
    const refused = refusalsOfPolicy(started.page());
    await use(started);
    await started.close();
    expect(refused, 'the content security policy refused something that a screen needs').toEqual([]);
  },
  page: async ({ program }, use) => {
    await use(program.page());
  },
});

export { expect };
