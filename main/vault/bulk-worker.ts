import { createHash } from 'node:crypto';
import { readSync, writevSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { frameBytes, giveBack, openFrame, sealFrame, tagBytes } from './frames.ts';
import { writeBytes } from './flush-behind.ts';
import { hashed, lengthMark, produced, ringSlots, slotOf, taken, total, type BulkReport, type BulkTask, type HashTask, type OpenTask, type SealTask } from './bulk-tasks.ts';

const say = (report: BulkReport): void => parentPort?.postMessage(report);

class Changed extends Error {}

/** Until the counter is above `floor`; the other side notifies it. */
function above(marks: Int32Array, mark: number, floor: number): void {
  for (;;) {
    const now = Atomics.load(marks, mark);
    if (now > floor) return;
    Atomics.wait(marks, mark, now);
  }
}

function raise(marks: Int32Array, mark: number, to: number): void {
  Atomics.store(marks, mark, to);
  Atomics.notify(marks, mark);
}

function fill(fd: number, into: Buffer, at: number): number {
  let have = 0;
  while (have < into.length) {
    const read = readSync(fd, into, have, into.length - have, at + have);
    if (read === 0) break;
    have += read;
  }
  return have;
}

/** Writes all of it, no more than `writeBytes` to a call. Answers how many bytes that were. */
function writeAll(fd: number, parts: readonly Uint8Array[], at: number): number {
  let place = at;
  for (let rest = parts; rest.length > 0;) {
    const written = writevSync(fd, between(rest, 0, writeBytes), place);
    place += written;
    rest = between(rest, written, Infinity);
  }
  return place - at;
}

/** What lies between two places of parts that follow one another. */
function between(parts: readonly Uint8Array[], from: number, to: number): Uint8Array[] {
  let place = 0;
  return parts.flatMap((part) => {
    const cut = part.subarray(Math.max(0, from - place), Math.max(0, to - place));
    place += part.length;
    return cut.length > 0 ? [cut] : [];
  });
}

/** Hands a frame to the thread that hashes. */
function hand(marks: Int32Array, frame: number, length: number): void {
  Atomics.store(marks, lengthMark(frame), length);
  raise(marks, produced, frame + 1);
}

function finish(marks: Int32Array, frames: number): void {
  raise(marks, total, frames);
  Atomics.notify(marks, produced);
}

/** Reads into memory that the hashing thread sees too: what is hashed is what is sealed, whatever happens to the file meanwhile. */
function seal({ from, to, at, size, key, prefix, header, ring, marks: shared }: SealTask): void {
  const marks = new Int32Array(shared);
  let place = at;
  let done = 0;
  for (let frame = 0; ; frame += 1) {
    above(marks, taken, frame - ringSlots);
    const slot = slotOf(ring, frame);
    const want = Math.min(frameBytes, size - done);
    if (fill(from, slot.subarray(0, want), done) < want) throw new Changed();
    const last = done + want === size;
    hand(marks, frame, want);
    const { body, tag } = sealFrame(slot.subarray(0, want), prefix, frame, last, { key, header });
    place += writeAll(to, [body, tag], place);
    giveBack(body);
    done += want;
    say({ bytes: done });
    if (!last) continue;
    if (fill(from, Buffer.alloc(1), size) > 0) throw new Changed();
    return finish(marks, frame + 1);
  }
}

function open({ from, at, length, key, prefix, header, ring, marks: shared }: OpenTask): void {
  const marks = new Int32Array(shared);
  const piece = Buffer.alloc(frameBytes + tagBytes);
  for (let frame = 0, done = 0; ; frame += 1) {
    above(marks, taken, frame - ringSlots);
    above(marks, hashed, frame - ringSlots);
    const want = Math.min(piece.length, length - done);
    const last = done + want === length;
    const have = fill(from, piece.subarray(0, want), at + done);
    const plain = have < want ? undefined : openFrame(piece.subarray(0, want), prefix, frame, last, { key, header }, slotOf(ring, frame));
    // An empty last frame after others never comes from the sealer.
    if (plain === undefined || (last && frame > 0 && plain.length === 0)) return say({ wrongFrame: frame });
    hand(marks, frame, plain.length);
    done += want;
    say({ bytes: done });
    if (last) return finish(marks, frame + 1);
  }
}

/** Marks what it has hashed as taken, where sealing waits for that; where main takes the frames, main does. */
function hash({ ring, marks: shared, marksTaken }: HashTask): void {
  const marks = new Int32Array(shared);
  const digest = createHash('sha256');
  for (let frame = 0; ; frame += 1) {
    for (let now = Atomics.load(marks, produced); now <= frame && Atomics.load(marks, total) < 0; now = Atomics.load(marks, produced)) Atomics.wait(marks, produced, now);
    if (Atomics.load(marks, produced) <= frame) return say({ sha256: digest.digest('hex') });
    digest.update(slotOf(ring, frame).subarray(0, Atomics.load(marks, lengthMark(frame))));
    raise(marks, marksTaken, frame + 1);
  }
}

function run(task: BulkTask): void {
  switch (task.do) {
    case 'seal': return seal(task);
    case 'open': return open(task);
    case 'hash': return hash(task);
  }
}

const given: BulkTask = workerData;
try {
  run(given);
  if (given.do !== 'hash') say({ ended: true });
} catch (error) {
  say({ failed: { code: error instanceof Changed ? 'CHANGED' : error instanceof Error && 'code' in error ? String(error.code) : 'EPROGRAM', message: String(error) } });
} finally {
  if (given.do !== 'hash') given.key.fill(0);
}
