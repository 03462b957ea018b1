import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { saidIn } from './confirmed.ts';
import { baseOf, onCopy, type Tried } from './cuts.ts';
import type { Chance } from './disk.ts';
import { judge } from './judge.ts';
import type { Operation } from './operations.ts';
import { safeName } from './trace.ts';

/** How long a run takes is measured once for each operation; the kills fall anywhere within it. */
async function run(operation: Operation, folder: string, safe: string, killAfter: number | undefined, cache: string): Promise<{ said: string; milliseconds: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'run-operation.ts'), operation.name, folder, safe], {
    stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  await once(child, 'close');
  clearTimeout(timer);
  // A line may have been cut off with the program.
  return { said: said.slice(0, said.lastIndexOf('\n') + 1), milliseconds: performance.now() - started };
}

/** Kills real processes with SIGKILL by the clock, and judges what they leave: what the recorded cuts say must hold without a recorder too. */
export async function killForReal(operations: readonly Operation[], world: string, work: string, count: number, chance: Chance): Promise<Tried> {
  const state = join(work, 'state');
  const cache = join(work, 'cache');
  const misses: string[] = [];
  for (const [index, operation] of operations.entries()) {
    const base = join(work, 'base');
    await baseOf(operation, world, base);
    const last = await onCopy(base, state, async (safe) => (await run(operation, state, safe, undefined, cache)).milliseconds);
    for (let n = index; n < count; n += operations.length) {
      // The first third is the program's own start.
      const at = last * (0.3 + 0.7 * chance());
      const said = await onCopy(base, state, async (safe) => {
        const killed = await run(operation, state, safe, at, cache);
        if (existsSync(safe)) cpSync(safe, join(state, safeName), { recursive: true });
        return killed.said;
      });
      for (const wrong of await judge(state, saidIn(said), operation.fromNothing === true)) misses.push(`${operation.name}, killed after ${at.toFixed(1)} ms: ${wrong}`);
    }
  }
  return { what: 'SIGKILL by the clock', tried: count, misses };
}
