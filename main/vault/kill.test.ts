import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { finish } from './steps.ts';
import { cleanTrials, trial } from './vault.fixture.ts';

const cache = mkdtempSync(join(tmpdir(), 'grif-kill-'));
afterAll(() => {
  cleanTrials();
  rmSync(cache, { recursive: true, force: true });
});

const chains = 2;
const killsEach = 10;

/** Kills the program after so many acknowledged commits; answers what it had acknowledged. */
async function runAndKill(folder: string, afterLines: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'kill.fixture.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.split('\n').length > afterLines) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return text.split('\n').slice(0, -1);
}

describe('a program killed in the middle', () => {
  it.concurrent.each(Array.from({ length: chains }, (_, chain) => chain))('of its work has lost no act that it acknowledged (chain %i)', async (chain) => {
    const t = trial();
    (await t.create()).lock();
    for (let kill = 0; kill < killsEach; kill += 1) {
      const acknowledged = await runAndKill(t.folder, 1 + ((kill * 7 + chain * 3) % 11));
      expect(acknowledged.length).toBeGreaterThan(0);
      const vault = await t.unlock();
      for (const line of acknowledged) {
        const [seq, hash] = line.split(' ');
        expect(vault.registry.prepare<[number], { hash: string }>('SELECT hash FROM act WHERE seq = ?').get(Number(seq))?.hash).toBe(hash);
      }
      expect(finish(vault.journal.verify()).broken).toBeUndefined();
      expect(finish(vault.rebuild())).toEqual({ differences: [], lost: [] });
      vault.lock();
    }
  }, 60_000);
});
