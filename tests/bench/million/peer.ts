import { existsSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { materialRecord } from '#app/materials/acts.ts';
import type { Json } from '#app/journal/act.ts';
import { Connection } from '#main/vault/db.ts';
import { materials, materialsFoldedBy } from '#main/vault/projections/materials.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { rememberedFold } from './remembered.ts';

const opened = (path: string): Database => {
  const raw = new Database(path);
  raw.pragma('journal_mode=WAL');
  return raw;
};

/**
 * The same rows in one unencrypted database, with the same columns, indices and full text: made by the same projection of the records of the vault. Kept
 * beside the vault when it is whole.
 */
export function unencrypted(path: string, vault: OpenVault, tell: (done: number) => void): Database {
  const whole = `${path}.whole`;
  if (existsSync(whole)) return opened(path);
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const raw = opened(path);
  raw.pragma('synchronous=OFF');
  const db = new Connection(raw, 'peer');
  // Numbers of several series lie in one table.
  db.exec(materials.schema.replace('UNIQUE (year, n)', 'CHECK (1)'));
  db.exec('CREATE TABLE incident_material (material_id TEXT NOT NULL, incident_id TEXT NOT NULL, PRIMARY KEY (material_id, incident_id)) WITHOUT ROWID');
  db.exec('CREATE TABLE cursor (one INTEGER PRIMARY KEY, projected_to INTEGER NOT NULL)');
  db.exec('INSERT INTO cursor VALUES (1, 1)');
  const projection = materialsFoldedBy(rememberedFold());
  let done = 0;
  for (const name of vault.holdings()) {
    const rows = vault.holding(name)?.prepare<[], { seq: number; hash: string; json: string }>("SELECT a.seq, r.hash, r.json FROM act AS a JOIN record AS r ON r.hash = a.record WHERE a.kind = 'material.registered' ORDER BY a.n").iterate() ?? [];
    db.transaction(() => {
      for (const { seq, hash, json } of rows) {
        const content: Json = JSON.parse(json);
        const { id } = materialRecord.parse(content);
        projection.apply(db, { seq, at: '', officer: '', kind: 'material.registered', result: 'done', subject: id, record: hash }, content);
        done += 1;
      }
    });
    tell(done);
  }
  raw.exec('VACUUM');
  raw.close();
  writeFileSync(whole, '');
  return opened(path);
}
