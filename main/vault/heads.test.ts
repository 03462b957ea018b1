import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headRecordBytes, openHeadLog, reconcile, type HeadLog } from './heads.ts';
import { createSuite } from './suite.ts';

const suite = createSuite(randomBytes);
const key = Buffer.alloc(32, 3);
const hash = (seq: number): string => suite.sha256(`act ${seq}`);
let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'grif-heads-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = (): string => join(folder, 'heads.log');
const open = (create = false): HeadLog => openHeadLog(path(), suite, key, 'vault', create);

function written(seqs: readonly number[]): void {
  const log = open(true);
  for (const seq of seqs) log.append({ seq, hash: hash(seq) });
  log.close();
}
/** A journal whose last commit began with act `first`. */
const journal = (seq: number, first = seq) => ({ head: { seq, hash: hash(seq), at: '' }, firstOfLastCommit: first, hashAt: (n: number) => (n <= seq ? hash(n) : undefined) });

describe('the log of heads', () => {
  it('keeps one record of fixed size for each commit and reads them again', () => {
    written([2, 3, 7]);
    expect(readFileSync(path()).length).toBe(3 * headRecordBytes);
    const log = open();
    expect([...log.walk()].map(({ seq }) => seq)).toEqual([2, 3, 7]);
    expect(log.last()).toEqual({ seq: 7, hash: hash(7) });
    expect(reconcile(log, journal(7, 4))).toBe(false);
    // A registry that says that its last commit began elsewhere is of another day.
    for (const first of [3, 5, 7]) expect(() => reconcile(log, journal(7, first))).toThrow(expect.objectContaining({ code: 'rolledBack' }));
    log.close();
  });

  it('is completed after a crash between an act and its head, and by no more than one commit', () => {
    written([2, 3]);
    const log = open();
    expect(() => reconcile(log, journal(6, 5))).toThrow(expect.objectContaining({ code: 'rolledBack' }));
    expect(reconcile(log, journal(6, 4))).toBe(true);
    expect(log.last()).toMatchObject({ seq: 6, hash: hash(6) });
    log.close();
  });

  it('tells a journal that is behind or another one', () => {
    written([2, 3, 7]);
    const log = open();
    expect(() => reconcile(log, journal(6))).toThrow(expect.objectContaining({ code: 'rolledBack' }));
    expect(() => reconcile(log, { ...journal(9, 8), hashAt: () => 'other' })).toThrow(expect.objectContaining({ code: 'rolledBack' }));
    log.close();
  });

  it('has a torn last record cut only when the journal holds its act', () => {
    written([2, 3, 4]);
    for (const torn of [1, 50, 99]) {
      truncateSync(path(), 2 * headRecordBytes + torn);
      const log = open();
      expect(log.torn()).toBe(torn);
      expect(() => reconcile(log, journal(3))).toThrow(expect.objectContaining({ code: 'rolledBack' }));
      expect(reconcile(log, journal(4))).toBe(true);
      log.close();
      const again = open();
      expect(reconcile(again, journal(4))).toBe(false);
      again.close();
    }
    // Full length, bytes never written.
    const bytes = readFileSync(path());
    bytes.fill(0, 2 * headRecordBytes);
    writeFileSync(path(), bytes);
    const log = open();
    expect(reconcile(log, journal(4))).toBe(true);
    log.close();
  });

  it('lets no altered, moved or missing record pass', () => {
    written([2, 3, 4, 5, 6]);
    const sound = readFileSync(path());
    const check = (bytes: Buffer): unknown => {
      writeFileSync(path(), bytes);
      let log: HeadLog | undefined;
      try {
        log = open();
        return reconcile(log, journal(6));
      } catch (error) {
        return error;
      } finally {
        log?.close();
      }
    };
    fc.assert(fc.property(fc.integer({ min: 0, max: 4 * headRecordBytes - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const bad = Buffer.from(sound);
      bad[at] = (bad[at] ?? 0) ^ (1 << bit);
      expect(check(bad)).toMatchObject({ code: 'damaged' });
    }), { seed: 20261122, numRuns: 200 });
    const record = (n: number) => sound.subarray(n * headRecordBytes, (n + 1) * headRecordBytes);
    for (const order of [[1, 0, 2, 3, 4], [0, 2, 3, 4], [0, 1, 1, 2, 3, 4], [0, 1, 2, 4, 3]]) {
      expect(check(Buffer.concat(order.map(record)))).toMatchObject({ name: 'VaultError' });
    }
    expect(check(sound)).toBe(false);
  });

  it('keeps a head that could not be written and takes no other before it', () => {
    written([2]);
    const log = open();
    log.close();
    // A closed file stands in for a medium that failed.
    log.append({ seq: 3, hash: hash(3) });
    expect(() => log.flush()).toThrow();
  });
});
