import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '#main/clock.ts';
import { createRegistry } from '#main/registry.ts';
import { deriveKey } from '#main/vault/kdf.ts';
import { lightKdf } from '#main/vault/vault.ts';
import { against, median, p95, type Figure } from '../figure.ts';
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

/** Opening by the officer, beside its Argon2id; both by turns. */
export async function opening(folder: string, count: number): Promise<Figure> {
  const registry = createRegistry({ clock: systemClock, dataFolder: folder, workstation: 'BENCH', version: '0', assets: resolve(import.meta.dirname, '../../../assets') });
  const unlock = JSON.stringify({ login: 'director', passphrase: 'fictional' });
  const page = JSON.stringify({ filter: {}, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 });
  try {
    return await against({ what: `open a vault of ${count} and show the first page of its list`, peer: 'its Argon2id alone (light parameters)', rounds: 7, warmUp: 1 }, async () => {
      await registry.call('session.unlock', unlock);
      await registry.call('materials.page', page);
    }, async () => {
      await registry.call('session.lock', '{}');
      await deriveKey('fictional', new Uint8Array(16), lightKdf);
    });
  } finally {
    registry.close();
  }
}

interface Day {
  readonly peak: number;
  readonly taken: Readonly<Record<string, readonly number[]>>;
}

/** Peak memory of main, with no window, over a day of questions; and how long those took that have no peer. */
export function aDay(folder: string, count: number): Figure[] {
  const told = execFileSync(process.execPath, ['--no-warnings', resolve(import.meta.dirname, 'day.ts'), folder], { encoding: 'utf8', maxBuffer: 2 ** 26 });
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
    const figures = [await opening(folder, count), ...aDay(folder, count)];
    const vault = await openFilled(folder);
    const peer = unencrypted(join(folder, 'peer.db'), vault, (done) => console.error(`  peer ${done}`));
    figures.push(...await asking(vault, peer, rounds));
    peer.close();
    vault.lock();
    return figures;
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
