import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HeldAct, HoldingName, Json } from '#app/journal/act.ts';
import { recordHash } from './act-body.ts';
import type { Connection, ReadableDb } from './db.ts';
import { syncFolder } from './durable.ts';
import { VaultError, type Standing } from './errors.ts';
import { moveHome } from './file-places.ts';
import { chainStart, headKeyOf, lastPart, openEnd, partsAfter, sealEnd, sweepBeyond, vouched, type ChainEnd } from './holding-chain.ts';
import { holdingNames, mayHold, nextKeyOf, ownKeys, requireScope, sealKey, type OwnKey } from './holding-keys.ts';
import { holdersToday, settleScopes } from './key-settling.ts';
import { ensureProjections, hasProjections } from './projecting.ts';
import { holdingSchema } from './holding-schema.ts';
import { guard, type State } from './state.ts';
import { createStore, openStore, openStoreToRead } from './store.ts';

const stands: readonly Standing[] = ['registry', 'journal', 'otherHoldings'];

/** An open holding. */
export interface Holding {
  readonly name: HoldingName;
  /** Its folder under `holdings`. */
  readonly place: string;
  readonly db: Connection;
  readonly headKey: Uint8Array;
  /** End of its chain, as it stands in the registry. */
  end: ChainEnd;
}

const sealedEndOf = (state: State, place: string): Uint8Array | undefined => {
  const row = state.registry.prepare<[string], { head: Uint8Array | null }>('SELECT head FROM holding_store WHERE place = ?').get(place);
  return row?.head === null || row === undefined ? undefined : new Uint8Array(row.head);
};

/** The end of a holding's chain as the registry has it; undefined for a holding that is not there, is not this officer's, or whose end is not what was sealed. */
export function endOf(state: State, name: HoldingName): ChainEnd | undefined {
  const own = ownKeys(state).get(name);
  const sealed = own === undefined ? undefined : sealedEndOf(state, own.place);
  if (own === undefined || sealed === undefined) return undefined;
  const headKey = headKeyOf(state.suite, state.header.vaultId, own.key);
  try {
    return openEnd(headKey, state.header.vaultId, own.place, sealed);
  } finally {
    state.suite.secrets.erase(headKey);
  }
}

/** Holdings that were opened and whose key this officer has, by name. */
export function holdingsOf(state: State): HoldingName[] {
  const keys = ownKeys(state);
  return holdingNames(state).filter((name) => state.open.has(name) || sealedEndOf(state, keys.get(name)?.place ?? '') !== undefined);
}

export const folderOf = (state: State, place: string): string => join(state.folder, 'holdings', place);

export const storeFile = (state: State, place: string, name: HoldingName, key: Uint8Array) => ({ path: join(folderOf(state, place), 'store.db'), place: `holding ${name}`, key, stands });

/** The store of an open holding, with the key that it has now. */
export function fileOf(state: State, { name, place }: Pick<Holding, 'name' | 'place'>): ReturnType<typeof storeFile> {
  const own = ownKeys(state).get(name);
  if (own === undefined) throw new VaultError('keyNotGiven', `holding ${name}`);
  return storeFile(state, place, name, own.key);
}

/**
 * A holding, opened at its first use: what no act names swept, and acts applied that a crash kept it from. undefined when it
 * does not exist or this officer has no key of it: the two look alike. Throws `missing` or `damaged`, naming it.
 */
export function openHolding(state: State, name: HoldingName): Holding | undefined {
  guard(state);
  if (!mayHold(state, name)) return undefined;
  const kept = state.open.get(name);
  if (kept !== undefined) return kept;
  const own = ownKeys(state).get(name);
  const sealedEnd = own === undefined ? undefined : sealedEndOf(state, own.place);
  if (own === undefined || sealedEnd === undefined) return undefined;
  const { vaultId } = state.header;
  const end = endOf(state, name);
  if (end === undefined) throw new VaultError('damaged', `registry.db head of ${name}`, { stands });
  const file = storeFile(state, own.place, name, keyOfStore(state, name, own, end));
  const headKey = headKeyOf(state.suite, vaultId, own.key);
  if (state.onlyRead !== undefined) return opened(state, { name, place: own.place, db: openedToRead(state, name, file, end), headKey, end });
  const db = openStore(file, { vaultId, store: name }, (read) => assess(state, name, read, end));
  const holding: Holding = { name, place: own.place, db, headKey, end };
  try {
    sweepBeyond(db, end);
    if (!ensureProjections(db, state.projections.holdings, () => catchUp(state, name, db, 0)) && projectedTo(db) < end.seq) db.transaction(() => catchUp(state, name, db));
    bringHome(state, holding);
  } catch (error) {
    state.suite.secrets.erase(headKey);
    db.close();
    // Acts that cannot be shown over what is shown already: a page of the store is an older one.
    throw isSqlError(error) ? new VaultError('damaged', `holding ${name}`, { stands, cause: error }) : error;
  }
  return opened(state, holding);
}

/** KiB of pages that all holdings together keep in memory, decrypted; and what one of them keeps at the most and at the least. */
const pagesKept = { together: 64 * 1024, most: 16_000, least: 512 } as const;

/** KiB of pages that each of so many holdings keeps. */
export const pagesOfEach = (holdings: number): number => Math.max(pagesKept.least, Math.min(pagesKept.most, Math.round(pagesKept.together / Math.max(1, holdings))));

function opened(state: State, holding: Holding): Holding {
  state.open.set(holding.name, holding);
  holding.db.pragma(`cache_size=-${pagesOfEach(ownKeys(state).size)}`);
  return holding;
}

const isSqlError = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_');

/** What is beyond the end that the registry knows was left by a commit that never came to its act, and is swept - unless the journal vouches for it: then it is the registry's end that is an older one. */
function assess(state: State, name: HoldingName, db: ReadableDb, end: ChainEnd): void {
  const last = lastPart(db, end.seq);
  // An older copy of the store, or one whose log was lost, ends elsewhere than the registry says.
  if (last?.seq !== end.seq || last.chain !== end.hash) throw new VaultError('damaged', `holding ${name}`, { stands });
  for (const part of partsAfter(db, end.seq)) if (vouched(state, name, part) !== undefined) throw new VaultError('damaged', `registry.db head of ${name}`, { stands });
}

/** As it lies: nothing swept, nothing caught up. */
function openedToRead(state: State, name: HoldingName, file: ReturnType<typeof storeFile>, end: ChainEnd): Connection {
  const db = openStoreToRead(file, { vaultId: state.header.vaultId, store: name });
  try {
    assess(state, name, db.reader, end);
    if (!hasProjections(db, state.projections.holdings)) throw new VaultError('newer', `holding ${name}`, { stands });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A store that was being encrypted anew when the program ended has one of two keys; when it opens with the next one, that is its key from now on. */
function keyOfStore(state: State, name: HoldingName, own: OwnKey, end: ChainEnd): Uint8Array {
  const next = nextKeyOf(state, name, own.place);
  if (next === undefined) return own.key;
  try {
    openStoreToRead(storeFile(state, own.place, name, next), { vaultId: state.header.vaultId, store: name }).close();
  } catch (error) {
    if (error instanceof VaultError && error.code === 'damaged') return own.key;
    throw error;
  }
  if (state.onlyRead !== undefined) return next;
  state.registry.transaction(() => adoptNextKeys(state, own.place, next, end));
  own.key.set(next);
  state.suite.secrets.erase(next);
  return own.key;
}

/** The next key of a holding becomes its key, and seals the end of its chain. Inside a transaction. Answers to whom it is sealed. */
export function adoptNextKeys(state: State, place: string, next: Uint8Array, end: ChainEnd): readonly string[] {
  const { registry, suite, header: { vaultId } } = state;
  const officers = registry.prepare<[string], { officer: string }>('SELECT officer FROM holding_rekey WHERE place = ?').all(place).map(({ officer }) => officer);
  registry.prepare('DELETE FROM holding_key WHERE place = ?').run(place);
  registry.prepare('INSERT INTO holding_key (place, officer, sealed) SELECT place, officer, sealed FROM holding_rekey WHERE place = ?').run(place);
  registry.prepare('DELETE FROM holding_rekey WHERE place = ?').run(place);
  const headKey = headKeyOf(suite, vaultId, next);
  registry.prepare('UPDATE holding_store SET head = ? WHERE place = ?').run(sealEnd(suite, headKey, vaultId, place, end), place);
  suite.secrets.erase(headKey);
  return officers;
}

/** Folders of every holding of the vault that was opened, whoever has its key. */
export const allPlaces = (state: State): string[] =>
  state.registry.prepare<[], { place: string }>('SELECT place FROM holding_store WHERE head IS NOT NULL ORDER BY place').all().map(({ place }) => place);

/** The name of the holding in a folder, to those who have its key. */
export const nameOfPlace = (state: State, place: string): HoldingName | undefined => holdingNames(state).find((name) => ownKeys(state).get(name)?.place === place);

/**
 * The copy of a holding in another folder that is laid out as the vault is: a backup put together to be compared. undefined when
 * it is not there or this officer has no key. The caller closes it.
 */
export function holdingCopyOf(state: State, vaultFolder: string, name: HoldingName): Connection | undefined {
  const own = ownKeys(state).get(name);
  const path = join(vaultFolder, 'holdings', own?.place ?? '', 'store.db');
  if (own === undefined || !existsSync(path)) return undefined;
  return openStore({ ...storeFile(state, own.place, name, own.key), path }, { vaultId: state.header.vaultId, store: name });
}

/** A file that cannot be moved now is read where it lies. */
function bringHome(state: State, holding: Holding): void {
  try {
    moveHome(state, holding);
  } catch {
    // Tried again at the next opening.
  }
}

/**
 * Makes the store of a holding that has none yet, under the key that was reserved for it: after a crash the same key and folder are
 * used again. The act that opens it is committed by the caller together with the first content.
 */
export function makeHolding(state: State, name: HoldingName): Holding {
  requireScope(state, name);
  const own = ownKeys(state).get(name);
  if (own === undefined) throw new TypeError(`nothing is reserved for ${name}`);
  const { place, key } = own;
  const { vaultId } = state.header;
  const folder = folderOf(state, place);
  // What lies there without an act is an attempt that a crash cut off: no act can name anything in it.
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(join(folder, 'files'), { recursive: true, mode: 0o700 });
  syncFolder(join(state.folder, 'holdings'));
  const db = createStore(storeFile(state, place, name, key), { vaultId, store: name }, holdingSchema);
  ensureProjections(db, state.projections.holdings, () => undefined);
  return { name, place, db, headKey: headKeyOf(state.suite, vaultId, key), end: chainStart(state.suite, vaultId, place) };
}

/** Folder and key for a holding that has none yet, sealed to everybody who is to hold it; in the transaction of the act that vouches for the key. */
export function reserve(state: State, name: HoldingName, own: OwnKey): void {
  state.registry.prepare('INSERT INTO holding_store (place, head) VALUES (?, NULL)').run(own.place);
  const holders = holdersToday(state);
  for (const officer of holders.of(name)) sealKey(state, 'holding_key', { name, ...own }, officer);
  settleScopes(state, holders);
}

/** A content by its name, compared with that name. Throws `damaged` naming holding and act. */
export function readRecord(state: State, db: ReadableDb, name: HoldingName, hash: string, seq: number): Json {
  const row = db.prepare<[string], { salt: string; json: string }>('SELECT salt, json FROM record WHERE hash = ?').get(hash);
  if (row === undefined || recordHash(state.suite, row.salt, row.json) !== hash) throw new VaultError('damaged', `holding ${name} act ${seq}`, { stands });
  const content: Json = JSON.parse(row.json);
  return content;
}

/** Applies one part of an act to the tables of a holding. What only concerns the holding shows nothing in them. */
export function project(state: State, db: Connection, act: HeldAct, content: Json): void {
  if (act.record === null) return;
  for (const projection of state.projections.holdings) projection.apply(db, act, content);
}

export const setProjectedTo = (db: Connection, seq: number): void => { db.prepare('UPDATE cursor SET projected_to = ?').run(seq); };
const projectedTo = (db: Connection): number => db.prepare<[], { to: number }>('SELECT projected_to AS "to" FROM cursor').get()?.to ?? 0;

function catchUp(state: State, name: HoldingName, db: Connection, after = projectedTo(db)): void {
  for (const part of partsAfter(db, after)) {
    const act = vouched(state, name, part);
    if (act === undefined) throw new VaultError('damaged', `holding ${name} act ${part.seq}`, { stands });
    project(state, db, act, act.record === null ? null : readRecord(state, db, name, act.record, act.seq));
    setProjectedTo(db, act.seq);
  }
}

/** Closes one holding: it is opened anew, swept and caught up, at its next use. */
export function closeHolding(state: State, holding: Holding): void {
  state.open.delete(holding.name);
  state.suite.secrets.erase(holding.headKey);
  try {
    holding.db.close();
  } catch {
    // What cannot be closed is given up by the next opening.
  }
}

export interface ActAbout {
  readonly seq: number;
  readonly at: string;
  readonly officer: string;
  readonly kind: string;
  readonly result: 'done' | 'refused';
}

/** Acts about a thing that its holding knows of, the newest first. */
export function actsAbout({ registry }: Pick<State, 'registry'>, { db }: Holding, subject: string, limit: number): readonly ActAbout[] {
  const rows = db.prepare<[string, number], { seq: number; kind: string; result: 'done' | 'refused' }>('SELECT DISTINCT seq, kind, result FROM act WHERE subject = ? ORDER BY seq DESC LIMIT ? + 0').all(subject, limit);
  const outside = registry.prepare<[string], { seq: number; at: string; officer: string }>('SELECT seq, at, officer FROM act WHERE seq IN (SELECT value FROM json_each(?))');
  const bySeq = new Map(outside.all(JSON.stringify(rows.map(({ seq }) => seq))).map((who) => [who.seq, who] as const));
  return rows.flatMap((row) => {
    const who = bySeq.get(row.seq);
    return who === undefined ? [] : [{ ...row, ...who }];
  });
}
