import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '#main/clock.ts';
import { createRegistry } from '#main/registry.ts';
import { createChromiumShell } from '#main/shell/chromium/shell.ts';
import { median, type Figure } from './figure.ts';

/** From asking the shell for a window to its first contentful paint, in milliseconds; a fresh profile each time. */
async function firstPaint(rendererFolder: string, withRegistry: boolean): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'grif-bench-start-'));
  const started = Date.now();
  const shell = createChromiumShell({ dataFolder, rendererFolder, headless: true });
  const registry = withRegistry
    ? createRegistry({ clock: systemClock, dataFolder, workstation: 'BENCH', version: '0', assets: resolve(import.meta.dirname, '../../assets'), shell })
    : undefined;
  try {
    await shell.open(registry ?? { call: () => Promise.resolve('{"ok":true,"value":{}}') }, { title: 'bench' });
    const painted = await shell.page().waitForFunction(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      return paint === undefined ? undefined : performance.timeOrigin + paint.startTime;
    });
    return Number(await painted.jsonValue()) - started;
  } finally {
    await shell.close();
    registry?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** The program's first screen against a page of one line in the same shell. */
export async function starting(rounds: number): Promise<Figure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await firstPaint(resolve(import.meta.dirname, '../../dist/renderer'), true));
    theirs.push(await firstPaint(resolve(import.meta.dirname, 'bare'), false));
  }
  return { what: 'start to first paint', peer: 'the bare Chromium shell with a page of one line', ours: median(ours), theirs: median(theirs), ratio: median(ours.map((one, at) => one / (theirs[at] ?? 1))), rounds };
}
