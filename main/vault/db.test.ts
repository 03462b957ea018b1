import { describe, expect, it } from 'vitest';
import { memoryStore } from './store.ts';

describe('whether something was written over a connection', () => {
  it('is told by its reader: by every way of writing, and by a transaction that was taken back as well', () => {
    const db = memoryStore();
    const { reader } = db;
    db.exec('CREATE TABLE one (n INTEGER PRIMARY KEY)');
    const ways: readonly (() => unknown)[] = [
      () => db.exec('INSERT INTO one VALUES (1)'),
      () => db.prepare('INSERT INTO one VALUES (2)').run(),
      () => db.prepare('INSERT INTO one VALUES (3) RETURNING n').get(),
      () => db.prepare('INSERT INTO one VALUES (4) RETURNING n').all(),
      () => [...db.prepare('INSERT INTO one VALUES (5) RETURNING n').iterate()],
      () => expect(() => db.transaction(() => {
        db.prepare('DELETE FROM one').run();
        const inside = reader.written;
        expect(reader.prepare<[], { n: number }>('SELECT count(*) AS n FROM one').get()).toEqual({ n: 0 });
        expect(reader.written).toBe(inside);
        throw new Error('taken back');
      })).toThrow('taken back'),
    ];
    for (const write of ways) {
      const before = reader.written;
      write();
      expect(reader.written).toBeGreaterThan(before);
    }
    expect(db.prepare<[], { n: number }>('SELECT count(*) AS n FROM one').get()).toEqual({ n: 5 });
    db.close();
  });
  it('is not told by reading', () => {
    const db = memoryStore();
    db.exec('CREATE TABLE one (n INTEGER PRIMARY KEY)');
    const before = db.written;
    for (const from of [db, db.reader]) {
      from.prepare('SELECT n FROM one').all();
      from.prepare('SELECT n FROM one').get();
      expect([...from.prepare('SELECT n FROM one').iterate()]).toEqual([]);
    }
    expect(db.written).toBe(before);
    db.close();
  });
  it('is told when a transaction that was taken back had been looked into', () => {
    const db = memoryStore();
    db.exec('CREATE TABLE one (n INTEGER PRIMARY KEY)');
    let inside = 0;
    expect(() => db.transaction(() => {
      db.prepare('INSERT INTO one VALUES (1)').run();
      inside = db.written;
      throw new Error('taken back');
    })).toThrow('taken back');
    expect(db.written).toBeGreaterThan(inside);
    db.close();
  });
});
