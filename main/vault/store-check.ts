import type Database from 'better-sqlite3-multiple-ciphers';
import { openKeyed } from './keyed.ts';

export interface CheckTask {
  readonly path: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** What SQLite has to say of a store, table by table; `ok` where each tree is whole and each index has what its table has: an older page of an index would hide rows. */
export function* tablesChecked(raw: Database): Generator<string> {
  const tables = raw.prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name").all();
  for (const { name } of tables) yield String(raw.pragma(`integrity_check("${name.replaceAll('"', '')}")`, { simple: true }));
}

/** Reads every page of a store. Answers what is wrong with it; undefined for nothing. Throws what SQLite throws. Blocks until done. */
export function checkPages(make: typeof Database, { path, key }: CheckTask): string | undefined {
  const raw = openKeyed(make, path, key, { fileMustExist: true, readonly: true }, () => undefined);
  try {
    return tablesChecked(raw).find((said) => said !== 'ok');
  } finally {
    raw.close();
  }
}
