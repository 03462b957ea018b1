import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Something that must not be found. */
export interface Needle {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const pageBytes = 4096;

/** What a process can write, and so could wipe: its heaps, its stacks, its threads' and its shared memory. */
const writable = (pid: number): Range[] => readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap((line): Range[] => {
  const match = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
  return match === null ? [] : [{ from: Number.parseInt(match[1] ?? '', 16), to: Number.parseInt(match[2] ?? '', 16) }];
});

/** The pages of a stretch that are there, in memory or swapped out; V8 reserves a hundred times what it uses. */
function* present(pagemap: number, { from, to }: Range): Generator<Range> {
  const entries = Buffer.alloc(((to - from) / pageBytes) * 8);
  readSync(pagemap, entries, 0, entries.length, (from / pageBytes) * 8);
  let start: number | undefined;
  for (let page = 0; page * 8 < entries.length; page += 1) {
    const there = ((entries[page * 8 + 7] ?? 0) & 0xc0) !== 0;
    if (there) start ??= page;
    else if (start !== undefined) {
      yield { from: from + start * pageBytes, to: from + page * pageBytes };
      start = undefined;
    }
  }
  if (start !== undefined) yield { from: from + start * pageBytes, to };
}

/** How often each needle stands in the memory of a process. Needs the right to trace it, which root has, and a parent. Throws EACCES or EPERM. */
export function search(pid: number, needles: readonly Needle[]): Map<string, number> {
  const starts = new Uint8Array(65536);
  const byStart = new Map<number, Needle[]>();
  for (const needle of needles) {
    if (needle.bytes.length < 8) throw new RangeError(`${needle.name} is too short to be told from chance`);
    const start = Buffer.from(needle.bytes).readUInt32LE(0);
    starts[start & 0xffff] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  const found = new Map<string, number>();
  const [memory, pagemap] = [openSync(`/proc/${pid}/mem`, 'r'), openSync(`/proc/${pid}/pagemap`, 'r')];
  try {
    for (const mapping of writable(pid)) {
      for (const { from, to } of present(pagemap, mapping)) {
        const room = Buffer.alloc(to - from);
        const have = read(memory, room, from);
        for (let at = 0; at + 8 <= have; at += 1) {
          if (starts[(room[at] ?? 0) | ((room[at + 1] ?? 0) << 8)] !== 1) continue;
          for (const { name, bytes: wanted } of byStart.get(room.readUInt32LE(at)) ?? []) {
            if (at + wanted.length <= have && room.compare(wanted, 0, wanted.length, at, at + wanted.length) === 0) found.set(name, (found.get(name) ?? 0) + 1);
          }
        }
      }
    }
  } finally {
    closeSync(memory);
    closeSync(pagemap);
  }
  return found;
}

/** A page that nobody can read holds nothing that anybody reads. */
function read(fd: number, room: Buffer, at: number): number {
  try {
    return readSync(fd, room, 0, room.length, at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EIO' || error.code === 'EFAULT')) return 0;
    throw error;
  }
}

/** A key: by any eight of its bytes, so that a copy half overwritten is found, and written as base64 or hex. */
export function needlesOfKey(name: string, key: Uint8Array): Needle[] {
  const parts = Array.from({ length: Math.floor(key.length / 8) }, (_, n) => ({ name, bytes: key.slice(n * 8, n * 8 + 8) }));
  const texts = [Buffer.from(key).toString('base64').slice(0, 20), Buffer.from(key).toString('hex').slice(0, 24)];
  return [...parts, ...texts.flatMap((text) => needlesOfText(name, text))];
}

/** A text, as V8 and the rest of the program write it. */
export const needlesOfText = (name: string, text: string): Needle[] => [{ name, bytes: Buffer.from(text, 'utf8') }, { name, bytes: Buffer.from(text, 'utf16le') }];
