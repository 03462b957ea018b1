import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { saidIn } from './confirmed.ts';
import type { Tried } from './cuts.ts';
import type { Chance } from './disk.ts';
import { judge } from './judge.ts';
import type { Operation } from './operations.ts';

/** How long a run takes is measured once for each operation; the kills fall anywhere within it. */
async function run(operation: Operation, folder: string, killAfter: number | undefined, cache: string): Promise<{ said: string; milliseconds: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'run-operation.ts'), operation.name, folder], {
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
  const lasts = new Map<string, number>();
  for (let n = 0; n < count; n += 1) {
    const operation = operations[n % operations.length];
    if (operation === undefined) break;
    const lay = (): void => {
      rmSync(state, { recursive: true, force: true });
      if (operation.fromNothing === true) mkdirSync(state);
      else cpSync(world, state, { recursive: true });
    };
    lay();
    const last = lasts.get(operation.name) ?? (await run(operation, state, undefined, cache)).milliseconds;
    lasts.set(operation.name, last);
    lay();
    // The first third is the program's own start.
    const at = last * (0.3 + 0.7 * chance());
    const { said } = await run(operation, state, at, cache);
    for (const wrong of await judge(state, saidIn(said), operation.fromNothing === true)) misses.push(`${operation.name}, killed after ${at.toFixed(1)} ms: ${wrong}`);
  }
  return { what: 'SIGKILL by the clock', tried: count, misses };
}
