import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Clock } from '#main/clock.ts';
import { startProgram } from '#main/program.ts';
import type { Program } from '#main/program.ts';
import { createRegistry } from '#main/registry.ts';
import { fillDemonstration } from '#main/scenario/fill-demonstration.ts';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import { createChromiumShell } from '#main/shell/chromium/shell.ts';
import { version } from '#main/version.ts';
import { hear } from './hearing.ts';
import type { Hearing } from './hearing.ts';
import { patience } from './patience.ts';

export const size = { width: 1280, height: 800 };

export interface Running {
  readonly program: Program;
  readonly hearing: Hearing;
  page(): Page;
  /** What the window complained of so far: errors of its scripts and refusals of its policy. */
  readonly complaints: readonly string[];
}

/** The program as an officer gets it, without a display: real main, real vault, the built screens in the real shell. */
export async function openProgram({ root, dataFolder, clock }: { root: string; dataFolder: string; clock: Clock }): Promise<Running> {
  const assets = join(root, 'assets');
  const complaints: string[] = [];
  let hearing: Hearing | undefined;
  const shell = createChromiumShell({ dataFolder, rendererFolder: join(root, 'dist/renderer'), headless: true });
  const program = await startProgram({
    dataFolder, shell, printer: createChromiumPrinter(),
    createRegistry: (parts) => {
      hearing = hear(createRegistry({ ...parts, clock, workstation: 'REHEARSAL', version, assets, fillDemonstration: fillDemonstration({ assets, version }) }));
      return hearing.registry;
    },
  });
  if (!hearing) throw new Error('main made no registry');
  const page = shell.page();
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text()); });
  await page.setViewportSize(size);
  return { program, hearing, page: () => shell.page(), complaints };
}
