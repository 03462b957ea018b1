import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { hasDisplay } from '../system.ts';

/** Longest wait for the first screen, in milliseconds; the machine may be slow, a program that hangs must not hang the check. */
const patience = 60_000;

/**
 * Starts the packed main in `app` with the Chromium shell and waits for the line it prints when the
 * first screen has loaded, then closes it. Answers what went wrong; empty when nothing did.
 */
export function boot(app: string, data: string): Promise<string[]> {
  const words = [join(app, 'dist/main/index.js'), '--data', data, ...(hasDisplay() ? [] : ['--headless'])];
  const { NODE_PATH: _dropped, ...env } = process.env;
  const child = spawn(process.execPath, words, { cwd: app, env: { ...env, GRIF_SHELL: 'chromium' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let ready = false;
  return new Promise((settle) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle([`no first screen within ${patience / 1000} s; it said: ${said}`]);
    }, patience);
    const hear = (part: string): void => {
      said += part;
      if (ready || !/^Ready\./m.test(said)) return;
      ready = true;
      child.kill('SIGTERM');
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (!ready) settle([`it ended with ${code ?? signal} before its first screen: ${said}`]);
      else settle(code === 0 ? [] : [`it did not close cleanly: ${code ?? signal}; it said: ${said}`]);
    });
  });
}
