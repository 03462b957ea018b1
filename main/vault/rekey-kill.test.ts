import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { finish } from './steps.ts';
import { cleanTrials, enrolWithGrant, noteTaken, textsOf, trial } from './vault.fixture.ts';

const cache = mkdtempSync(join(tmpdir(), 'grif-rekey-kill-'));
afterAll(() => {
  cleanTrials();
  rmSync(cache, { recursive: true, force: true });
});

const kills = 12;

/** Kills the program so many milliseconds after it acknowledged so much; answers what it had acknowledged. */
async function runAndKill(folder: string, afterLines: number, wait: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'rekey-kill.fixture.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.split('\n').length > afterLines) void setTimeout(wait).then(() => child.kill('SIGKILL'));
  });
  await once(child, 'close');
  return text.split('\n').slice(0, -1);
}

describe('a program killed while it encrypts anew', () => {
  it('has lost no holding and no act that it acknowledged, and goes on with what is due', async () => {
    const t = trial();
    const vault = await t.create();
    await enrolWithGrant(vault, { login: 'registrar', name: 'Вымышленный', role: 'registrar', passphrase: 'фраза' });
    vault.commit([noteTaken('первая')]);
    vault.lock();
    let notes = 1;
    for (let kill = 0; kill < kills; kill += 1) {
      const acknowledged = await runAndKill(t.folder, 1 + ((kill * 5) % 9), (kill * 7) % 23);
      const again = await t.unlock();
      for (const line of acknowledged) {
        const [what, hash] = line.split(' ');
        if (what === 'note') expect(again.registry.prepare<[string], unknown>('SELECT 1 FROM act WHERE hash = ?').get(hash ?? '')).toBeDefined();
      }
      const texts = textsOf(again);
      expect(texts.length).toBeGreaterThanOrEqual(notes + acknowledged.filter((line) => line.startsWith('note')).length);
      notes = texts.length;
      expect(finish(again.journal.verify()).broken).toBeUndefined();
      expect(finish(again.rebuild())).toEqual({ differences: [], lost: [] });
      if (kill % 4 === 3) {
        await again.rekey();
        expect(again.rekeyDue()).toEqual([]);
        expect(textsOf(again)).toHaveLength(notes);
      }
      again.lock();
    }
  }, 60_000);
});
