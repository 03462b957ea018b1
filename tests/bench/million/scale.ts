import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { heapWords } from '#build/heap-words.ts';
import { systemClock } from '#main/clock.ts';
import { createRegistry } from '#main/registry.ts';
import { deriveKey } from '#main/vault/kdf.ts';
import { lightKdf } from '#main/vault/vault.ts';
import { median, p95, timed, type Figure } from '../figure.ts';
import { openFilled } from '../fill.ts';
import { asking } from './asking.ts';
import { fillLarge } from './fill.ts';
import { unencrypted } from './peer.ts';

export interface ScaleOptions {
  readonly count: number;
  readonly rounds: number;
  /** Where the filled vault is kept between two runs; without it the vault is made and thrown away. */
  readonly keep: string | undefined;
}

/** Opening by the officer, beyond the Argon2id that it begins with, which is measured beside each; and with the first page of the list, for which every holding is opened. */
export async function opening(folder: string, count: number, rounds = 9): Promise<Figure[]> {
  const registry = createRegistry({ clock: systemClock, dataFolder: folder, workstation: 'BENCH', version: '0', assets: resolve(import.meta.dirname, '../../../assets') });
  const page = JSON.stringify({ filter: {}, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 });
  /** What is refused is soon answered and measures nothing. */
  const ask = (method: string, input: string) => timed(async () => {
    const { ok }: { ok: boolean } = JSON.parse(await registry.call(method, input));
    if (!ok) throw new Error(`${method} was refused`);
  });
  const taken: { readonly unlock: number; readonly page: number }[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const derive = await timed(() => deriveKey('fictional', new Uint8Array(16), lightKdf));
      const unlock = await ask('session.unlock', JSON.stringify({ login: 'director', passphrase: 'fictional' })) - derive;
      // The first round warms up.
      if (round > 0) taken.push({ unlock, page: await ask('materials.page', page) });
      await registry.call('session.lock', '{}');
    }
  } finally {
    registry.close();
  }
  const figure = (what: string, times: readonly number[]): Figure => ({ what, peer: 'limit of 500 ms', ours: median(times), theirs: 500, ratio: median(times) / 500, rounds });
  return [
    figure(`unlock a vault of ${count}, beyond its Argon2id`, taken.map(({ unlock }) => unlock)),
    figure(`unlock a vault of ${count} and show the first page of its list with the total, beyond its Argon2id`, taken.map((one) => one.unlock + one.page)),
  ];
}

interface Day {
  readonly peak: number;
  readonly taken: Readonly<Record<string, readonly number[]>>;
}

/** Peak memory of main, with no window, over a day of questions; and how long those took that have no peer. */
export function aDay(folder: string, count: number): Figure[] {
  const told = execFileSync(process.execPath, [...heapWords, '--no-warnings', resolve(import.meta.dirname, 'day.ts'), folder], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const { peak, taken }: Day = JSON.parse(told);
  return [
    { what: `most memory of main over a day of questions at ${count}, MiB`, peer: 'limit of 400 MiB', ours: peak / 1024, theirs: 400, ratio: peak / 1024 / 400, rounds: 1 },
    ...Object.entries(taken).flatMap(([name, all]) => [['p50', median], ['p95', p95]] .map(([which, of]): Figure => ({
      what: `${name}, through the contract: ${String(which)}`, peer: '-', ours: (of as typeof median)(all), theirs: 0, ratio: 0, rounds: all.length,
    }))),
  ];
}

/** A vault of 60 holdings, filled and asked: opening, lists and searches against one unencrypted database, memory. */
export async function scale({ count, rounds, keep }: ScaleOptions): Promise<Figure[]> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'grif-bench-scale-'));
  try {
    const begun = Date.now();
    await fillLarge(folder, { count, bodies: 30, seed: 7 }, () => false, (what, done, of) => console.error(`  ${what} ${done} of ${of}, ${Math.round((Date.now() - begun) / 1000)} s on ${cpus().length} cores`));
    const figures: Figure[] = [];
    // It takes long: what is known is told at once.
    const add = (more: readonly Figure[]): void => {
      figures.push(...more);
      for (const { what, ours, ratio } of more) console.error(`  ${what}: ${ours.toFixed(2)}, ratio ${ratio.toFixed(2)}`);
    };
    add(await opening(folder, count));
    add(aDay(folder, count));
    const vault = await openFilled(folder);
    const peer = unencrypted(join(folder, 'peer.db'), vault, (done) => console.error(`  peer ${done}`));
    add(await asking(vault, peer, rounds));
    peer.close();
    vault.lock();
    return figures;
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
