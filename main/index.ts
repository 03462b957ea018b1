import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { forgetMemory } from './forget.ts';
import { dataFolder } from './place.ts';
import { startProgram } from './program.ts';
import { createRegistry } from './registry.ts';
import { fillDemonstration } from './scenario/fill-demonstration.ts';
import { chooseShell, surroundings } from './shell/choose.ts';
import { loadShell } from './shells.ts';
import { complain, reportChoice, sandboxNote, say } from './start-report.ts';
import { version } from './version.ts';

/** Bundled, this file is dist/main/index.js beside dist/renderer; as a source it is main/index.ts. */
const bundled = import.meta.filename.endsWith('.js');
const rendererFolder = join(import.meta.dirname, bundled ? '../renderer' : '../dist/renderer');
const assets = join(import.meta.dirname, '../assets');
const electronPackage = join(import.meta.dirname, bundled ? '../..' : '..', 'node_modules/electron');

// Set by the start for this process and its memory (build/wiped-on-free.ts): the browser that it starts has its own.
delete process.env['GLIBC_TUNABLES'];

const words = process.argv.slice(2);
const place = dataFolder({ words, env: process.env, platform: process.platform, home: homedir() });
const choice = chooseShell(surroundings(electronPackage));

/** Electron waits with `ready` until this module has been evaluated, so the shell is made before any other await. */
try {
  say(reportChoice(choice));
  if (choice.kind === 'electron' && choice.why !== 'inside-electron') {
    throw new Error('an Electron binary is here: start the program with npm start, or ask for Chromium with GRIF_SHELL=chromium');
  }
  if (choice.kind === 'chromium' && process.getuid?.() === 0) say(sandboxNote);
  const { shell, printer } = await loadShell(choice, { dataFolder: place, rendererFolder, headless: words.includes('--headless') });
  const starting = startProgram({
    dataFolder: place, shell, printer,
    createRegistry: (parts) => createRegistry({ ...parts, forget: forgetMemory, clock: systemClock, workstation: hostname(), version, assets, fillDemonstration: fillDemonstration({ assets, version }) }),
  });
  void run(starting);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function run(starting: ReturnType<typeof startProgram>): Promise<void> {
  try {
    // Heard from the first moment: a program told to end while it starts ends as soon as it has.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => void starting.then((program) => program.close(), () => undefined));
    }
    const program = await starting;
    say(`Ready. Data: ${place}`);
    await program.ended;
    process.exit(0);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
