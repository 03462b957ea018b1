import type { Choice } from './shell/choose.ts';
import type { Printer, Shell } from './shell/port.ts';

/** Loads only the shell that was chosen: `electron` does not exist outside Electron, nor Playwright inside it. */
export async function loadShell(choice: Choice, folders: { dataFolder: string; rendererFolder: string; headless: boolean }): Promise<{ shell: Shell; printer: Printer }> {
  if (choice.kind === 'electron') {
    const { createElectronShell } = await import('./shell/electron/shell.ts');
    const { createElectronPrinter } = await import('./shell/electron/printer.ts');
    return { shell: createElectronShell(folders), printer: createElectronPrinter() };
  }
  const { createChromiumShell } = await import('./shell/chromium/shell.ts');
  const { createChromiumPrinter } = await import('./shell/chromium/printer.ts');
  return { shell: createChromiumShell(folders), printer: createChromiumPrinter() };
}
