import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore, openStore } from './store.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'grif-store-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const name = { vaultId: 'v', store: 'trial' };
const file = (key = Buffer.alloc(32, 1)) => ({ path: join(folder, 'x.db'), place: 'x.db', key, stands: [] });
const made = (): void => {
  const db = createStore(file(), name, 'CREATE TABLE t (a TEXT) STRICT');
  db.prepare('INSERT INTO t VALUES (?)').run('значение');
  db.close();
};

describe('a store', () => {
  it('is encrypted from its first byte and kept with its settings', () => {
    made();
    const bytes = readFileSync(file().path);
    expect(bytes.subarray(16, 24).toString('hex')).toBe('1000020240402020');
    expect(bytes.includes('SQLite')).toBe(false);
    expect(bytes.includes('значение')).toBe(false);
    const db = openStore(file(), name);
    expect(db.pragma('journal_mode')).toBe('wal');
    expect(db.pragma('synchronous')).toBe(2);
    expect(db.pragma('temp_store')).toBe(2);
    expect(db.prepare('SELECT a FROM t').get()).toEqual({ a: 'значение' });
    db.close();
  });

  it('is not opened when it is missing, empty, in clear, of another key, another vault or another name', () => {
    expect(() => openStore(file(), name)).toThrow(expect.objectContaining({ code: 'missing', place: 'x.db' }));
    made();
    expect(() => createStore(file(), name, '')).toThrow(expect.objectContaining({ code: 'exists' }));
    const damaged = expect.objectContaining({ code: 'damaged', place: 'x.db' });
    expect(() => openStore(file(Buffer.alloc(32, 2)), name)).toThrow(damaged);
    expect(() => openStore(file(), { ...name, vaultId: 'w' })).toThrow(damaged);
    expect(() => openStore(file(), { ...name, store: 'other' })).toThrow(damaged);
    expect(() => openStore(file(Buffer.alloc(31)), name)).toThrow(TypeError);
    const bytes = readFileSync(file().path);
    for (const at of [16, 17, 18, 19, 20, 21, 22, 23]) {
      writeFileSync(file().path, bytes.with(at, (bytes[at] ?? 0) ^ 1));
      expect(() => openStore(file(), name), `byte ${at}`).toThrow(damaged);
    }
    writeFileSync(file().path, '');
    expect(() => openStore(file(), name)).toThrow(damaged);
    writeFileSync(file().path, 'SQLite format 3\0'.padEnd(4096, '\0'));
    expect(() => openStore(file(), name)).toThrow(damaged);
  });

  it('names a full disk, and what was there stays', () => {
    made();
    const db = openStore(file(), name);
    const pages = Number(db.pragma('page_count'));
    db.pragma(`max_page_count=${pages}`);
    expect(() => db.transaction(() => {
      for (let n = 0; n < 100; n += 1) db.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(1000));
    })).toThrow(expect.objectContaining({ code: 'noSpace', place: 'x.db' }));
    expect(db.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 1 });
    db.close();
    expect(() => db.prepare('SELECT 1')).toThrow(expect.objectContaining({ code: 'locked' }));
  });
});
