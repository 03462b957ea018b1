import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chooseShell, surroundings } from '#main/shell/choose.ts';
import { reportChoice } from '#main/start-report.ts';
import { ensureBuilt } from './bundle.ts';
import { heapWords } from './heap-words.ts';
import { hasDisplay, systemReady } from './system.ts';
import { wipedOnFree } from './wiped-on-free.ts';

/** npm start: build what is stale, choose the shell, open the program; without a display, the rehearsal. */
const root = resolve(import.meta.dirname, '..');
const say = (line: string): void => console.log(line);
const words = process.argv.slice(2);

const choice = chooseShell(surroundings(join(root, 'node_modules/electron')));
if (choice.kind === 'chromium' && !systemReady(['chromium'], say)) process.exit(1);
await ensureBuilt(say);

if (!hasDisplay() && !words.includes('--headless')) {
  say('No display (DISPLAY and WAYLAND_DISPLAY are unset): running the rehearsal instead of a window.');
  const rehearsal = join(root, 'build/rehearsal.ts');
  if (!existsSync(rehearsal)) {
    say('build/rehearsal.ts is not in this tree.');
    process.exit(1);
  }
  await give(process.execPath, [rehearsal, ...words]);
} else if (choice.kind === 'electron' && choice.why !== 'inside-electron') {
  say(reportChoice(choice));
  await give(choice.binary, [root, ...words]);
} else {
  await give(process.execPath, [...heapWords, join(root, 'dist/main/index.js'), ...words], wipedOnFree);
}

/** Runs the program in our place: its output, its signals, its end. */
async function give(program: string, args: string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...more } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((settle) => {
    child.on('error', () => settle(1));
    child.on('close', (code) => settle(code ?? 1));
  });
}
