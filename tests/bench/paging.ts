import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import type { MaterialFilter } from '#app/contract/materials.ts';
import type { HoldingName } from '#app/journal/act.ts';
import { systemClock } from '#main/clock.ts';
import { createRegistry } from '#main/registry.ts';
import { pageOver } from '#main/vault/queries/material-pages.ts';
import { conditionOf } from '#main/vault/queries/materials.ts';
import { materials } from '#main/vault/projections/materials.ts';
import { deriveKey } from '#main/vault/kdf.ts';
import { lightKdf, type OpenVault } from '#main/vault/vault.ts';
import { against, type Figure } from './figure.ts';
import { openFilled } from './fill.ts';

const filter: MaterialFilter = { source: 'B', accuracy: '2' };
const sort = { by: 'registeredAt', direction: 'descending' } as const;

/** The same rows in one unencrypted database with the same columns and indices. */
function unencrypted(path: string, vault: OpenVault): Database {
  const peer = new Database(path);
  peer.pragma('journal_mode=WAL');
  peer.exec(materials.schema.replace('UNIQUE (year, n)', 'CHECK (1)'));
  peer.exec('CREATE TABLE incident_material (material_id TEXT NOT NULL, incident_id TEXT NOT NULL, PRIMARY KEY (material_id, incident_id)) WITHOUT ROWID');
  const names: HoldingName[] = vault.holdings();
  for (const name of names) {
    const rows = vault.holding(name)?.prepare<[], Record<string, unknown>>('SELECT * FROM material').all() ?? [];
    const columns = Object.keys(rows[0] ?? {});
    const insert = peer.prepare(`INSERT INTO material (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`);
    peer.transaction(() => { for (const values of rows) insert.run(values); }).immediate();
  }
  return peer;
}

/**
 * Pages of 50 over the `count` materials of the vault in `folder/vault`, in many holdings: with a filter, and from a row in the middle of the
 * whole list; the query alone, and the whole call with its parsing and its act in the journal.
 */
export async function paging(folder: string, count: number, rounds: number): Promise<Figure[]> {
  const path = join(folder, 'peer.db');
  try {
    const vault = await openFilled(folder);
    const peer = unencrypted(path, vault);
    const asked = conditionOf(filter);
    const query = peer.prepare(`SELECT *, registered_at AS key FROM material WHERE ${asked.sql} ORDER BY row DESC LIMIT 50`);
    const theirs = () => query.all(asked.bound);
    const deep = peer.prepare('SELECT *, registered_at AS key FROM material ORDER BY row DESC LIMIT 50 OFFSET ?');
    const skip = count >> 1;
    const theirsDeep = () => deep.all(skip);
    const holdings = vault.holdings().flatMap((name) => { const db = vault.holding(name); return db ? [{ name, db }] : []; });
    const merged = () => pageOver(holdings, filter, sort, { after: null, skip: 0 }, 50);
    const mergedDeep = () => pageOver(holdings, {}, sort, { after: null, skip }, 50);
    const peerName = `the same query on one unencrypted database of ${count} rows`;
    const deepPeer = `the same query with OFFSET on one unencrypted database of ${count} rows`;
    const figures = [
      await against({ what: `page of 50 with filter, query over ${holdings.length} holdings`, peer: peerName, rounds }, merged, theirs),
      await against({ what: `page of 50 from row ${skip}, query over ${holdings.length} holdings`, peer: deepPeer, rounds }, mergedDeep, theirsDeep),
    ];
    vault.lock();

    const registry = createRegistry({ clock: systemClock, dataFolder: folder, workstation: 'BENCH', version: '0', assets: join(import.meta.dirname, '../../assets') });
    const unlock = JSON.stringify({ login: 'director', passphrase: 'fictional' });
    figures.push(await against({ what: `unlock a vault of ${count}`, peer: 'its Argon2id alone (light parameters)', rounds: 5, warmUp: 1 }, async () => {
      await registry.call('session.unlock', unlock);
    }, async () => {
      await registry.call('session.lock', '{}');
      await deriveKey('fictional', new Uint8Array(16), lightKdf);
    }));
    await registry.call('session.unlock', unlock);
    const call = JSON.stringify({ filter, sort, cursor: null, limit: 50 });
    const first: { value: { next: string } } = JSON.parse(await registry.call('materials.page', call));
    const later = JSON.stringify({ filter, sort, cursor: first.value.next, limit: 50 });
    const middle = JSON.stringify({ filter: {}, sort, cursor: null, skip, limit: 50 });
    figures.push(
      await against({ what: 'first page of 50 through the contract (with the total and its act)', peer: peerName, rounds }, () => registry.call('materials.page', call), theirs),
      await against({ what: 'next page of 50 through the contract (with its act)', peer: peerName, rounds }, () => registry.call('materials.page', later), theirs),
      await against({ what: `page of 50 from row ${skip} through the contract (with the total and its act)`, peer: deepPeer, rounds }, () => registry.call('materials.page', middle), theirsDeep),
    );
    registry.close();
    peer.close();
    return figures;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  }
}
