import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Runs electron-builder with the configuration of the repository and what `words` add; answers its exit code. */
export function electronBuilder(words: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const cli = resolve(root, 'node_modules/electron-builder/cli.js');
  const child = spawn(process.execPath, [cli, '--config', 'electron-builder.yml', '--publish', 'never', ...words], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((settle) => {
    child.on('error', () => settle(1));
    child.on('close', (code) => settle(code ?? 1));
  });
}
