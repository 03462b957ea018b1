import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import { createChromiumShell } from '#main/shell/chromium/shell.ts';
import { chooseShell, surroundings } from '#main/shell/choose.ts';
import { bundleTrial } from './bundle-trial.ts';
import { trialBridge } from './program.ts';

const root = resolve(import.meta.dirname, '../..');
const trialPage = join(import.meta.dirname, 'page');

// A session that names no locale is the harder case: names of files must be found all the same.
for (const name of ['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE']) delete process.env[name];

/** One shell with the trial page in its window, whichever shell it is. */
export interface Trial {
  readonly kind: 'chromium' | 'electron';
  /** The page in the window now. */
  page(): Promise<Page>;
  readonly dataFolder: string;
  readonly pages: () => number;
  /** Starts the program a second time on the same data; answers what it said. */
  second(): Promise<string>;
  /** Resolves when the officer's closing of the window has ended the program. */
  closed(): Promise<void>;
  close(): Promise<void>;
}

function electronBinary(): string | undefined {
  const choice = chooseShell(surroundings(join(root, 'node_modules/electron')));
  return choice.kind === 'electron' && choice.why !== 'inside-electron' ? choice.binary : undefined;
}

let told = false;
function skipLine(): void {
  if (!told) process.stdout.write('Electron\'s shell tests are skipped: no Electron binary on this machine (ELECTRON_OVERRIDE_DIST_PATH names one).\n');
  told = true;
}

async function chromiumTrial(dataFolder: string): Promise<Trial> {
  const make = () => createChromiumShell({ dataFolder, rendererFolder: trialPage, headless: !process.env['DISPLAY'] && process.platform === 'linux' });
  const shell = make();
  const printer = createChromiumPrinter();
  await shell.open(trialBridge(shell, printer), { title: 'Trial' });
  return {
    kind: 'chromium', dataFolder,
    page: () => Promise.resolve(shell.page()),
    pages: () => shell.page().context().pages().length,
    second: () => Promise.resolve().then(make).then(() => 'started', String),
    closed: () => shell.closed(),
    async close() {
      await shell.close();
      await printer.close();
    },
  };
}

async function electronTrial(dataFolder: string, executablePath: string): Promise<Trial> {
  const entry = await bundleTrial();
  const env = { ...process.env as Record<string, string>, GRIF_TRIAL_DATA: dataFolder, GRIF_TRIAL_PAGE: trialPage };
  const launch = () => _electron.launch({ executablePath, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), entry], env, timeout: 15_000 });
  const app = await launch();
  const ended = new Promise<void>((settle) => { app.on('close', () => settle()); });
  await app.firstWindow();
  return {
    kind: 'electron', dataFolder,
    page: async () => app.windows().at(-1) ?? app.firstWindow(),
    pages: () => app.windows().length,
    second: () => launch().then(async (again) => {
      await again.close();
      return 'started';
    }, String),
    closed: () => ended,
    close: () => app.close(),
  };
}

export const test = base.extend<{ trial: Trial; page: Page }>({
  trial: async ({}, use, info) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'grif-shell-'));
    const electron = info.project.metadata['shell'] === 'electron';
    const binary = electron ? electronBinary() : undefined;
    if (electron && !binary) {
      skipLine();
      info.skip(true, 'no Electron binary on this machine');
    }
    const trial = binary ? await electronTrial(dataFolder, binary) : await chromiumTrial(dataFolder);
    await use(trial);
    await trial.close().catch(() => undefined);
    rmSync(dataFolder, { recursive: true, force: true });
  },
  page: async ({ trial }, use) => {
    await use(await trial.page());
  },
});

export { expect } from '@playwright/test';

/** Asks main through `window.grif` and gives its value; throws what main said. */
export async function ask(page: Page, method: string, input: unknown): Promise<unknown> {
  const envelope = await page.evaluate(async ([name, json]) => {
    const { grif } = window;
    if (!grif) throw new Error('no bridge');
    return grif.call(name, json);
  }, [method, JSON.stringify(input) ?? 'null'] as const);
  const read: { ok: boolean; value?: unknown; error?: string } = JSON.parse(envelope);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
