import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { passphrase } from '#main/acts/exchange/world.fixture.ts';
import { readHeader } from '#main/vault/header-copies.ts';
import { keyRow, openForTest } from '#main/vault/holding.fixture.ts';
import { openStoreToRead, type Connection, type StoreName } from '#main/vault/store.ts';
import { unbase64 } from '#main/vault/suite.ts';
import { VaultError } from '#main/vault/vault.ts';

/** A store of a vault with its key: opened past the program, to be compared. */
export interface KeyedStore {
  /** Relative to the vault. */
  readonly path: string;
  readonly key: Uint8Array;
  readonly name: StoreName;
}

/** Every store of a locked vault of which the director has the key. */
export async function keyedStores(folder: string): Promise<KeyedStore[]> {
  const { header: { vaultId, accounts } } = readHeader(folder);
  const account = accounts.find(({ login }) => login === 'd');
  const stores: KeyedStore[] = [];
  await openForTest({ folder, login: 'd', passphrase }, 'registry', (db, _, open) => {
    stores.push({ path: 'registry.db', key: open(unbase64(account?.registryKey ?? '')), name: { vaultId, store: 'registry' } });
    const keys = db.prepare<[string], { place: string; sealed: Uint8Array }>('SELECT place, sealed FROM holding_key WHERE officer = ?').all(account?.id ?? '');
    for (const { place, sealed } of keys) {
      const { name, key } = keyRow(open(new Uint8Array(sealed)));
      if (name === '*journalIndex') stores.push({ path: 'journal.db', key, name: { vaultId, store: 'journal' } });
      else if (!name.startsWith('*')) stores.push({ path: `holdings/${place}/store.db`, key, name: { vaultId, store: name } });
    }
  });
  return stores;
}

/** Not the counters of AUTOINCREMENT: the next number is never less than the last row's, so an older one changes nothing. */
const tablesOf = (db: Connection): string[] =>
  db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name <> 'sqlite_sequence' ORDER BY name").all().map(({ name }) => name);

function asked(folder: string, { path, key, name }: KeyedStore, question: (db: Connection) => string): string {
  try {
    const db = openStoreToRead({ path: join(folder, path), place: path, key, stands: [] }, name);
    try {
      return question(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof VaultError) return `${error.code} ${error.place}`;
    throw error;
  }
}

const searchesOf = (db: Connection): string[] =>
  db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%' ORDER BY name").all().map(({ name }) => name);

/** What a search for each word of a full-text table finds, word by word. */
function* answersOf(db: Connection, table: string): Generator<string> {
  db.exec(`CREATE VIRTUAL TABLE temp."words of ${table}" USING fts5vocab(main, '${table}', 'row')`);
  const found = db.prepare<[string], { rowid: number }>(`SELECT rowid FROM "${table}" WHERE "${table}" MATCH ? ORDER BY rowid`);
  for (const { term } of db.prepare<[], { term: string }>(`SELECT term FROM temp."words of ${table}"`).all()) yield `${term} ${found.all(`"${term.replaceAll('"', '""')}"`).map(({ rowid }) => rowid).join()}\n`;
}

/** A digest of every row of every table of a store, and of what its searches find instead of the pages by which they go; what is wrong with it where it cannot be read. */
export const everyRow = (folder: string, store: KeyedStore): string => asked(folder, store, (db) => {
  const digest = createHash('sha256');
  const searches = searchesOf(db);
  for (const table of searches) for (const answer of answersOf(db, table)) digest.update(answer);
  for (const table of tablesOf(db).filter((name) => !searches.some((search) => name === `${search}_idx`))) {
    digest.update(`\n${table}\n`);
    for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).iterate()) {
      for (const [column, value] of Object.entries(row)) digest.update(`${column}=${value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)};`);
    }
  }
  return digest.digest('hex');
});

/** How far a store has come: no commit leaves this as it was. Cheap, for being asked at every length of a log. */
export const farAs = (folder: string, store: KeyedStore): string => asked(folder, store, (db) => {
  const ends = ['act', 'meta', 'cursor'].filter((table) => db.prepare<[string], unknown>("SELECT 1 FROM sqlite_schema WHERE name = ?").get(table) !== undefined)
    .map((table) => JSON.stringify(table === 'act' ? db.prepare('SELECT * FROM act ORDER BY 1 DESC LIMIT 1').all() : db.prepare(`SELECT * FROM "${table}"`).all(), (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)));
  return `${ends.join()} ${tablesOf(db).map((table) => db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${table}"`).get()?.n ?? 0).join()}`;
});

/** What begins on that page, for telling of it. */
export const rootAt = (folder: string, store: KeyedStore, page: number): string =>
  asked(folder, store, (db) => db.prepare<[number], { name: string }>('SELECT name FROM sqlite_schema WHERE rootpage = ?').get(page)?.name ?? 'no root');
