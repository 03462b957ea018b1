import type { Choice } from './shell/choose.ts';

/** Lines for the terminal of whoever starts the program; the officer's own texts are under assets/texts. */
export function reportChoice(choice: Choice): string {
  switch (choice.why) {
    case 'inside-electron': return 'Shell: Electron (this is the Electron build).';
    case 'override': return `Shell: Electron (binary found through ELECTRON_OVERRIDE_DIST_PATH: ${choice.binary}).`;
    case 'package': return `Shell: Electron (binary found in its package: ${choice.binary}).`;
    case 'asked': return 'Shell: Chromium (asked for by GRIF_SHELL).';
    case 'no-electron': return 'Shell: Chromium (no Electron binary on this machine).';
  }
}

export const sandboxNote = 'Running as root: the browser\'s sandbox cannot start and is off. Start as an ordinary user for real work.';

export function say(line: string): void {
  console.log(line);
}

export function complain(line: string): void {
  console.error(line);
}
