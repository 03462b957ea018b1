import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeSync, openSync, closeSync, fsyncSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readChecked, syncFolder, writeChecked } from '../durable.ts';
import { naming, VaultError } from '../errors.ts';
import { generationShape, type Generation, type ObjectName } from './form.ts';

/** Everything of ours on a medium lies in this folder of it. */
export const backupFolder = 'grif-backup';
const markFile = 'medium.json';

const mark = z.strictObject({ vault: z.string(), medium: z.string().regex(/^[a-z0-9]{20}$/), number: z.string() });
/** Which registered medium this is; written at its registration. */
export type MediumMark = z.infer<typeof mark>;

export interface Place {
  readonly root: string;
  readonly objects: string;
  readonly generations: string;
}

export function placeIn(folder: string): Place {
  const root = join(folder, backupFolder);
  return { root, objects: join(root, 'objects'), generations: join(root, 'generations') };
}

const fileOf = (place: Place, generation: number): string => join(place.generations, `${String(generation).padStart(6, '0')}.json`);
const listOf = (place: Place, generation: number): string => join(place.generations, `${String(generation).padStart(6, '0')}.objects`);

/** Makes the folders of a medium, 256 of them for objects so that none grows too long. Throws VaultError at `medium`. */
export function layOut(place: Place): void {
  naming('medium', () => {
    mkdirSync(place.generations, { recursive: true });
    for (let n = 0; n < 256; n += 1) mkdirSync(join(place.objects, n.toString(16).padStart(2, '0')), { recursive: true });
  });
}

export function writeMark(place: Place, value: MediumMark): void {
  naming('medium', () => mkdirSync(place.root, { recursive: true }));
  writeChecked(join(place.root, markFile), 'medium', value);
}

/** undefined when there is no mark. Throws `damaged` at `medium`. */
export function readMark(place: Place): MediumMark | undefined {
  if (!existsSync(join(place.root, markFile))) return undefined;
  const parsed = mark.safeParse(readChecked(join(place.root, markFile), 'medium'));
  if (!parsed.success) throw new VaultError('damaged', 'medium');
  return parsed.data;
}

/** Numbers of the generations of which a file lies here, oldest first; whether they are whole is another question. */
export function generationsIn(place: Place): number[] {
  if (!existsSync(place.generations)) return [];
  return naming('medium', () => readdirSync(place.generations)).flatMap((name) => {
    const number = /^(\d{6,9})\.json$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  }).toSorted((a, b) => a - b);
}

/** Throws VaultError at `medium generation N`: `missing`, `damaged`. */
export function readGeneration(place: Place, generation: number): Generation {
  const where = `medium generation ${generation}`;
  const parsed = generationShape.safeParse(readChecked(fileOf(place, generation), where));
  if (!parsed.success || parsed.data.generation !== generation) throw new VaultError('damaged', where);
  return parsed.data;
}

const listText = (objects: readonly ObjectName[]): string => objects.map(({ hash, bytes }) => `${hash} ${bytes}\n`).join('');

/** SHA-256 (hex) of the list of objects, which the generation's file bears. */
export const listDigest = (objects: readonly ObjectName[]): string => createHash('sha256').update(listText(objects)).digest('hex');

/** The list of objects first: a generation stands when its own file does. */
export function writeGeneration(place: Place, value: Generation, objects: readonly ObjectName[]): void {
  const list = listOf(place, value.generation);
  naming('medium', () => {
    const fd = openSync(`${list}.new`, 'w', 0o600);
    try {
      writeSync(fd, listText(objects));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(`${list}.new`, list);
  });
  writeChecked(fileOf(place, value.generation), 'medium', value);
}

/** Hashes of the objects of a generation, as listed outside for those who hold no key. A list that is not the one its generation names is not believed. Throws `missing`, `damaged`. */
export function listedObjects(place: Place, generation: number): string[] {
  const where = `medium generation ${generation}`;
  const text = naming(where, () => readFileSync(listOf(place, generation), 'utf8'));
  if (createHash('sha256').update(text).digest('hex') !== readGeneration(place, generation).list) throw new VaultError('damaged', where);
  return text.split('\n').flatMap((line) => line.split(' ')[0] ?? '').filter((hash) => hash !== '');
}

/** Takes the generation's own files away; its objects are swept afterwards. */
export function dropGeneration(place: Place, generation: number): void {
  naming('medium', () => {
    rmSync(fileOf(place, generation), { force: true });
    rmSync(listOf(place, generation), { force: true });
    syncFolder(place.generations);
  });
}
