import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshJob, newWorld, passphrase, received } from '#main/acts/exchange/world.fixture.ts';
import { windowOfPaths } from '#main/acts/exchange/window.fixture.ts';
import { settableClock } from '#main/clock.ts';
import { finish, finishGently, lookAtMedium, restoreVault, unlockVault, VaultError, type OpenVault } from '#main/vault/vault.ts';
import type { Tried } from './cuts.ts';
import { lengthsOf, type Verdict } from './damage.ts';
import { deskTime } from './desk.ts';
import type { Chance } from './disk.ts';
import { storeFiles, type StoreFile } from './sample.ts';

const surroundings = { clock: settableClock(deskTime), workstation: 'АРМ-2', random: (length: number) => randomBytes(length) };
const quietly = { signal: new AbortController().signal, onProgress: () => undefined };
const unlocked = (folder: string): Promise<OpenVault> => unlockVault(folder, { ...surroundings, login: 'd', passphrase });

/** A medium with two generations, the vault that they are of, and the heads that each must give back. */
export interface MediumSample {
  readonly medium: string;
  readonly vault: string;
  readonly heads: readonly string[];
}

export async function makeMedium(folder: string): Promise<MediumSample> {
  const world = await newWorld({ shell: windowOfPaths() });
  const [medium, place] = [join(folder, 'medium'), join(folder, 'vault')];
  const heads: string[] = [];
  try {
    world.clock.set(deskTime);
    await world.as('d');
    await world.ask('officers.enrol', { login: 's', name: 'сотрудник С-1', role: 'security', passphrase });
    for (const [index, number] of ['6/1', '6/2'].entries()) {
      await world.as('r');
      const token = join(world.folder, `chosen${index}`);
      writeFileSync(token, Buffer.alloc(20_000 + index, 'вложение, вымышлено '));
      const { fileId } = await world.ask('attachments.stage', { fileToken: token, name: 'схема.bin', jobId: freshJob() });
      await received(world, { number, attachments: [{ fileId, name: 'схема.bin' }] });
      world.registry.lock();
      const vault = await unlocked(join(world.folder, 'data/vault'));
      if (index === 0) vault.backup.mark(medium, { id: 'm'.repeat(20), number: 'НН-1' });
      const made = await vault.backup.write({ ...quietly, folder: medium, medium: 'm'.repeat(20), generation: index + 1 });
      heads.push((await made.prove(quietly)).head.hash);
      vault.lock();
    }
    cpSync(join(world.folder, 'data/vault'), place, { recursive: true });
    return { medium, vault: place, heads };
  } finally {
    world.close();
  }
}

/**
 * What becomes of a spoilt medium: what it says of itself, a restore of either generation, the removal of the older one, and a restore after that.
 * Each answers rightly or names the medium; a restore leaves the medium as it lay, and a removal takes nothing that the other needs.
 */
async function judged({ heads, vault }: MediumSample, copy: string, { path }: StoreFile, work: string): Promise<Verdict> {
  const named: string[] = [];
  const target = join(work, 'restored');
  const step = async (what: string, run: () => Promise<string | undefined>): Promise<string | undefined> => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof VaultError)) return `fault of the program in ${what}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
      if (!error.place.startsWith('medium')) return `${what} told ${error.code} ${error.place}`;
      named.push(`${error.code} ${error.place}`);
      return undefined;
    }
  };
  const restores = (generation: number): Promise<string | undefined> => step(`restoring ${generation}`, async () => {
    rmSync(target, { recursive: true, force: true });
    const { head } = await restoreVault(target, { ...surroundings, ...quietly, medium: copy, generation, first: { login: 'd', passphrase }, second: { login: 's', passphrase } });
    return head.hash === heads[generation - 1] ? wholeAt(target) : `restoring ${generation} gave another journal`;
  });
  const before = readFileSync(join(copy, path));
  const told = await step('looking', async () => {
    const { generations, number } = lookAtMedium(copy);
    for (const { generation, trouble } of generations) if (trouble !== null) named.push(`${trouble} generation ${generation}`);
    if (number !== 'НН-1') named.push('no number');
    return undefined;
  });
  const wrong = told ?? await restores(2) ?? await restores(1);
  if (wrong !== undefined) return { kind: 'miss', why: wrong };
  if (!existsSync(join(copy, path)) || !readFileSync(join(copy, path)).equals(before)) return { kind: 'miss', why: 'the restore wrote to the medium' };
  const sound = named.length === 0;
  // Whoever lacks room removes the older generation: the newer one must stay what it is.
  const keeper = await unlocked(vault);
  try {
    const removed = await step('removing', async () => {
      await keeper.backup.remove(copy, 1);
      return undefined;
    });
    const after = removed ?? (sound ? await restores(2) : undefined);
    if (after !== undefined) return { kind: 'miss', why: after };
    if (sound && named.length > 0 && !named.some((one) => one.includes('generation'))) return { kind: 'miss', why: `lost by the removal: ${named.join()}` };
  } finally {
    keeper.lock();
  }
  const [as] = named;
  return as === undefined ? { kind: 'harmless' } : { kind: 'named', as };
}

async function wholeAt(folder: string): Promise<string | undefined> {
  const vault = await unlocked(folder);
  try {
    const damage = await finishGently(vault.survey());
    const { broken } = finish(vault.journal.verify());
    return damage.length === 0 && broken === undefined ? undefined : `a vault that was restored is damaged: ${damage[0]?.place ?? broken?.reason ?? ''}`;
  } finally {
    vault.lock();
  }
}

/** Files of a medium; of the same kind whatever they are called. */
export const mediumFiles = ({ medium }: MediumSample): StoreFile[] =>
  storeFiles(medium).map((file) => ({ ...file, kind: file.path.replaceAll(/objects\/.*/g, 'objects/*').replaceAll(/\d{6}/g, '*') }));

export async function spoilMedium(sample: MediumSample, changes: readonly { readonly file: StoreFile; readonly bytes: Buffer; readonly what: string }[], work: string): Promise<Tried & { readonly harmless: number }> {
  const copy = join(work, 'spoiltMedium');
  const misses: string[] = [];
  let harmless = 0;
  for (const { file, bytes, what } of changes) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(sample.medium, copy, { recursive: true });
    writeFileSync(join(copy, file.path), bytes);
    const verdict = await judged(sample, copy, file, work);
    if (verdict.kind === 'harmless') harmless += 1;
    if (verdict.kind === 'miss') misses.push(`medium ${file.path} ${what}: ${verdict.why}`);
  }
  return { what: '', tried: changes.length, misses, harmless };
}

/** Random bits of one file of the medium. */
export function mediumFlips({ medium }: MediumSample, file: StoreFile, count: number, chance: Chance) {
  const whole = readFileSync(join(medium, file.path));
  return Array.from({ length: count }, () => {
    const [at, bit] = [Math.floor(chance() * whole.length), Math.floor(chance() * 8)];
    return { file, bytes: Buffer.from(whole.with(at, (whole[at] ?? 0) ^ (1 << bit))), what: `bit ${bit} of byte ${at}` };
  });
}

/** Lengths to which a file of the medium is cut, evenly over its last 64 KiB. */
export function mediumCuts({ medium }: MediumSample, file: StoreFile, count: number) {
  const whole = readFileSync(join(medium, file.path));
  const lengths = lengthsOf(file, 1);
  const step = Math.max(1, Math.floor(lengths.length / count));
  return lengths.filter((_, index) => index % step === 0).map((length) => ({ file, bytes: whole.subarray(0, length), what: `cut to ${length}` }));
}
