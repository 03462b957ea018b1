import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoles } from '#app/access/roles.ts';
import type { Act, HoldingName, Json } from '#app/journal/act.ts';
import type { Connection } from './db.ts';
import { syncFolder } from './durable.ts';
import { VaultError, type Standing } from './errors.ts';
import { moveHome } from './file-places.ts';
import { actOfRow, holdingName, recordHash, type ActRow } from './journal.ts';
import { ensureProjections } from './projecting.ts';
import { holdingSchema } from './holding-schema.ts';
import { guard, type State } from './state.ts';
import { createStore, openStore } from './store.ts';
import { hex, unhex } from './suite.ts';

const stands: readonly Standing[] = ['registry', 'journal', 'otherHoldings'];

/** The name under which the key of the blind index is sealed to those who have content: no holding is called so. */
export const matchingKeyName = '*matching';
/** The seed of the Centre's own package keys, sealed to the same officers. It outlives a change of any other key: bodies keep the public halves in their directories. */
export const centreKeyName = '*centre';

/** Key of a holding, or of the blind index, as sealed to this officer; undefined when none was. The caller wipes it. */
export function keyOf(state: State, name: string): Uint8Array | undefined {
  const row = state.registry.prepare<[string, string], { sealed: Uint8Array }>('SELECT sealed FROM holding_key WHERE holding = ? AND officer = ?').get(name, state.officer.id);
  if (row === undefined) return undefined;
  const key = state.suite.openFrom(state.keys.box.secretKey, new Uint8Array(row.sealed));
  if (key === undefined) throw new VaultError('damaged', `registry.db key of ${name}`, { stands });
  return key;
}

export function sealKeyTo(state: State, name: string, key: Uint8Array, officer: { id: string; boxPublic: string }): void {
  state.registry.prepare('INSERT OR REPLACE INTO holding_key (holding, officer, sealed) VALUES (?, ?, ?)')
    .run(name, officer.id, state.suite.sealTo(unhex(officer.boxPublic), key));
}

/** Holdings that were opened and whose key this officer has, by name. */
export function holdingsOf(state: State): HoldingName[] {
  guard(state);
  return state.registry.prepare<[string], { name: string }>('SELECT h.name FROM holding AS h JOIN holding_key AS k ON k.holding = h.name AND k.officer = ? ORDER BY h.name')
    .all(state.officer.id).map(({ name }) => holdingName.parse(name));
}

const wasOpened = (state: State, name: HoldingName): boolean => state.registry.prepare<[string], unknown>('SELECT 1 FROM holding WHERE name = ?').get(name) !== undefined;

function folderOf(state: State, name: HoldingName): string | undefined {
  const row = state.registry.prepare<[string], { folder: string }>('SELECT folder FROM holding_store WHERE name = ?').get(name);
  return row === undefined ? undefined : join(state.folder, 'holdings', row.folder);
}

/** Folder of the sealed files of a holding. */
export const filesFolder = (state: State, name: HoldingName): string => join(folderOf(state, name) ?? '', 'files');

const storeFile = (folder: string, name: HoldingName, key: Uint8Array) => ({ path: join(folder, 'store.db'), place: `holding ${name}`, key, stands });

/**
 * A holding, opened at its first use: orphans swept, and acts applied that a crash kept it from. undefined when it
 * does not exist or this officer has no key. Throws `missing` or `damaged`, naming it.
 */
export function openHolding(state: State, name: HoldingName): Connection | undefined {
  guard(state);
  const kept = state.open.get(name);
  if (kept !== undefined) return kept;
  if (!wasOpened(state, name)) return undefined;
  const key = keyOf(state, name);
  const folder = folderOf(state, name);
  if (key === undefined || folder === undefined) return undefined;
  try {
    const db = openStore(storeFile(folder, name, key), { vaultId: state.header.vaultId, store: name });
    try {
      sweep(state, name, db);
      if (!ensureProjections(db, state.projections.holdings, () => catchUp(state, name, db, 0))) db.transaction(() => catchUp(state, name, db));
      bringHome(state, name);
    } catch (error) {
      db.close();
      throw error;
    }
    state.open.set(name, db);
    return db;
  } finally {
    key.fill(0);
  }
}

/** A file that cannot be moved now is read where it lies. */
function bringHome(state: State, name: HoldingName): void {
  try {
    moveHome(state, name);
  } catch {
    // Tried again at the next opening.
  }
}

/**
 * Makes a holding that has none yet: folder and keys are reserved in the registry first, so that after a crash the same
 * are used again. The act that opens it is committed by the caller together with the first content.
 */
export function makeHolding(state: State, name: HoldingName): Connection {
  if (!contentRoles.includes(state.officer.role)) throw new VaultError('forbidden', `holding ${name}`);
  let key = keyOf(state, name);
  let folder = folderOf(state, name);
  if (folder !== undefined && key === undefined) throw new VaultError('forbidden', `holding ${name}`);
  if (folder === undefined || key === undefined) {
    const fresh = state.suite.random(32);
    const chance = hex(state.suite.random(16));
    state.registry.transaction(() => {
      state.registry.prepare('INSERT INTO holding_store (name, folder) VALUES (?, ?)').run(name, chance);
      for (const officer of contentOfficers(state)) sealKeyTo(state, name, fresh, officer);
    });
    key = fresh;
    folder = join(state.folder, 'holdings', chance);
  }
  try {
    // What lies there without an act is an attempt that a crash cut off: no act can name anything in it.
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    mkdirSync(join(folder, 'files'), { recursive: true, mode: 0o700 });
    syncFolder(join(state.folder, 'holdings'));
    const db = createStore(storeFile(folder, name, key), { vaultId: state.header.vaultId, store: name }, holdingSchema);
    ensureProjections(db, state.projections.holdings, () => undefined);
    return db;
  } finally {
    key.fill(0);
  }
}

export interface ContentOfficer {
  readonly id: string;
  readonly boxPublic: string;
}

/** Active officers whose role is given content, with the public keys that the journal vouches for. */
export function contentOfficers(state: State): readonly ContentOfficer[] {
  return state.registry.prepare<[], { id: string; role: string; boxPublic: string }>("SELECT id, role, box_public AS boxPublic FROM officer WHERE state = 'active'").all()
    .filter(({ role }) => contentRoles.some((one) => one === role));
}

/** A content by its name, compared with that name. Throws `damaged` naming holding and act. */
export function readRecord(state: State, db: Connection, part: { holding: HoldingName; hash: string }, seq: number): Json {
  const row = db.prepare<[string], { salt: string; json: string }>('SELECT salt, json FROM record WHERE hash = ?').get(part.hash);
  if (row === undefined || recordHash(state.suite, row.salt, row.json) !== part.hash) throw new VaultError('damaged', `holding ${part.holding} act ${seq}`, { stands });
  const content: Json = JSON.parse(row.json);
  return content;
}

/** Applies one act's parts to the tables of a holding. */
export function project(state: State, db: Connection, name: HoldingName, act: Act, contentOf: (part: { holding: HoldingName; hash: string }) => Json): void {
  for (const part of act.held) {
    if (part.holding !== name) continue;
    const content = contentOf(part);
    for (const projection of state.projections.holdings) projection.apply(db, act, content);
  }
}

export const actsOfHolding = (state: State, name: HoldingName, after: number): Act[] =>
  state.registry.prepare<[string, number], ActRow>('SELECT * FROM act WHERE seq IN (SELECT seq FROM act_held WHERE holding = ? AND seq > ?) ORDER BY seq').all(name, after).map(actOfRow);

export const setProjectedTo = (db: Connection, seq: number): void => { db.prepare('UPDATE cursor SET projected_to = ?').run(seq); };

interface Cursor { projected_to: number; swept_record: number; swept_file: number }
const cursorOf = (db: Connection): Cursor => db.prepare<[], Cursor>('SELECT * FROM cursor').get() ?? { projected_to: 0, swept_record: 0, swept_file: 0 };

function catchUp(state: State, name: HoldingName, db: Connection, after = cursorOf(db).projected_to): void {
  for (const act of actsOfHolding(state, name, after)) {
    project(state, db, name, act, (part) => readRecord(state, db, part, act.seq));
    setProjectedTo(db, act.seq);
  }
}

/** Content and file keys that no act names were left by a commit that never came to its act. */
function sweep(state: State, name: HoldingName, db: Connection): void {
  const cursor = cursorOf(db);
  const records = db.prepare<[number], { n: number; hash: string }>('SELECT n, hash FROM record WHERE n > ? ORDER BY n').all(cursor.swept_record);
  const files = db.prepare<[number], { n: number; id: string }>('SELECT n, id FROM file WHERE n > ? ORDER BY n').all(cursor.swept_file);
  if (records.length === 0 && files.length === 0) return;
  const named = state.registry.prepare<[string, string], unknown>('SELECT 1 FROM act_held WHERE hash = ? AND holding = ?');
  const given = state.registry.prepare<[string, string], unknown>('SELECT 1 FROM file_home WHERE file = ? AND holding = ?');
  db.transaction(() => {
    for (const { n, hash } of records) if (named.get(hash, name) === undefined) db.prepare('DELETE FROM record WHERE n = ?').run(n);
    for (const { n, id } of files) if (given.get(id, name) === undefined) db.prepare('DELETE FROM file WHERE n = ?').run(n);
    db.prepare('UPDATE cursor SET swept_record = ?, swept_file = ?').run(records.at(-1)?.n ?? cursor.swept_record, files.at(-1)?.n ?? cursor.swept_file);
  });
}
