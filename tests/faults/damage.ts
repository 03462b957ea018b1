import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tried } from './cuts.ts';
import type { Chance } from './disk.ts';
import { look, lookAtOwn, type Attachment } from './look.ts';
import { storeFiles, type StoreFile } from './sample.ts';

/** Damages copies of one image of a vault and judges each. */
export interface Spoiler {
  /** Head of the whole image: what an undamaged look answers. */
  readonly head: string;
  readonly files: readonly StoreFile[];
  /** Replaces the file's bytes by these and looks; answers what is wrong with the answer. */
  spoil(file: StoreFile, bytes: Buffer): Promise<Verdict>;
  /** Asks something of a copy in which the file has these bytes, before anything is opened. */
  peek<T>(file: StoreFile, bytes: Buffer, question: (copy: string) => T): T;
}

/** `named`: the damage was told. `harmless`: every act, content and attachment was as before, in bytes that nothing uses. Else a miss. */
export type Verdict = { readonly kind: 'named'; readonly as: string } | { readonly kind: 'harmless' } | { readonly kind: 'miss'; readonly why: string };

export async function spoilerOf(image: string, attachments: readonly Attachment[], work: string): Promise<Spoiler> {
  const copy = join(work, 'spoilt');
  const files = storeFiles(image);
  const whole = new Map(files.map(({ path }) => [path, readFileSync(join(image, path))]));
  const lay = (): void => {
    rmSync(copy, { recursive: true, force: true });
    cpSync(image, copy, { recursive: true });
  };
  lay();
  const { found, head, fault } = await look(copy, attachments);
  if (found.length > 0 || fault !== undefined) throw new Error(`the image is not whole: ${fault ?? found.join()}`);
  lay();

  /** Cheaper than a new copy: only what the last look changed is written again. */
  function restore(): void {
    for (const { path } of storeFiles(copy)) if (!whole.has(path)) rmSync(join(copy, path));
    for (const [path, bytes] of whole) {
      const target = join(copy, path);
      if (!existsSync(target) || !readFileSync(target).equals(bytes)) writeFileSync(target, bytes);
    }
    for (const { path } of files) rmSync(join(copy, `${path}-shm`), { force: true });
    rmSync(join(copy, 'vault.lock'), { force: true });
  }
  return {
    head,
    files,
    peek(file, bytes, question) {
      restore();
      writeFileSync(join(copy, file.path), bytes);
      return question(copy);
    },
    async spoil(file, bytes) {
      restore();
      const target = join(copy, file.path);
      writeFileSync(target, bytes);
      const seen = await look(copy, attachments);
      if (seen.fault !== undefined) return { kind: 'miss', why: `fault of the program: ${seen.fault}` };
      const [as] = file.path.startsWith('staging/') ? [...seen.found, ...await lookAtOwn(copy)] : seen.found;
      if (as === undefined) return seen.head === head ? { kind: 'harmless' } : { kind: 'miss', why: 'silently another journal' };
      // Counted anew and told in the journal: a guess at how often somebody guessed is worth nothing.
      if (file.path === 'attempts.json') return { kind: 'named', as };
      if (!existsSync(target)) return { kind: 'miss', why: `named as "${as}", and the damaged file was deleted` };
      // A vault that opened goes on writing to its stores; one that was refused is left as it lay.
      if (!seen.opened && !readFileSync(target).equals(bytes)) return { kind: 'miss', why: `named as "${as}", and the damaged file was written to` };
      return { kind: 'named', as };
    },
  };
}

/** How much of a file's end is cut off, byte by byte. */
export const lastBytes = 64 * 1024;
/** Head of a log, head of a frame, page (SQLite's file format, 4.1): a log is read by whole frames. */
const [logHead, frame] = [32, 24 + 4096];

/** Lengths to which a file is cut: each `every`th of the last 64 KiB, and in a write-ahead log about the borders of frames as well, but for a mere sample. */
export function lengthsOf({ path, bytes }: StoreFile, every: number): number[] {
  const atBorder = (length: number): boolean => every < 1000 && path.endsWith('-wal') && [0, 1, frame - 1].includes((length - logHead) % frame);
  return Array.from({ length: Math.min(bytes, lastBytes) }, (_, cut) => bytes - 1 - cut).filter((length, index) => index % every === 0 || atBorder(length));
}

/** Cuts the file to each length and looks at everything. */
export async function truncations(spoiler: Spoiler, image: string, file: StoreFile, every: number): Promise<Tried & { readonly harmless: number }> {
  const whole = readFileSync(join(image, file.path));
  const misses: string[] = [];
  let tried = 0;
  let harmless = 0;
  for (const length of lengthsOf(file, every)) {
    const verdict = await spoiler.spoil(file, whole.subarray(0, length));
    tried += 1;
    if (verdict.kind === 'harmless') harmless += 1;
    if (verdict.kind === 'miss') misses.push(`${file.path} cut to ${length} of ${whole.length}: ${verdict.why}`);
  }
  return { what: `cut at the end: ${file.kind}`, tried, harmless, misses };
}

/** Random bits of one file: its share of `count` by its size, a small one no less than a twentieth. */
export async function flips(spoiler: Spoiler, image: string, file: StoreFile, count: number, chance: Chance): Promise<Tried & { readonly harmless: number }> {
  const total = spoiler.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const share = Math.max(Math.ceil(count / 20), Math.round((count * file.bytes) / total));
  const whole = readFileSync(join(image, file.path));
  const misses: string[] = [];
  let harmless = 0;
  for (let n = 0; n < share; n += 1) {
    const at = Math.floor(chance() * whole.length);
    const bit = Math.floor(chance() * 8);
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    const verdict = await spoiler.spoil(file, bytes);
    if (verdict.kind === 'harmless') harmless += 1;
    if (verdict.kind === 'miss') misses.push(`${file.path} bit ${bit} of byte ${at}: ${verdict.why}`);
  }
  return { what: `a flipped bit: ${file.kind}`, tried: share, harmless, misses };
}
