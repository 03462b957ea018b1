import {
  consentRecorded, consentRevoked, packageSealed, packageStarted, packageVoided, receiptRecorded, sealedVerified, transferApproved,
} from '#app/exchange/acts.ts';
import { readAct } from '#app/journal/kind.ts';
import { seriesKey } from '#app/materials/numbering.ts';
import type { Projection } from './types.ts';

/** In each holding: consents to transfer its materials, the director's decisions on them, and who was given them (Art. 5, 8, 12). */
export const exchange: Projection = {
  name: 'exchange',
  tables: ['consent', 'consent_material', 'approval', 'transfer'],
  schema: `
    CREATE TABLE consent (id TEXT PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, revoked_at TEXT, revoked_by TEXT) WITHOUT ROWID;
    CREATE TABLE consent_material (material_id TEXT NOT NULL, consent_id TEXT NOT NULL, PRIMARY KEY (material_id, consent_id)) WITHOUT ROWID;
    CREATE TABLE approval (material_id TEXT NOT NULL, recipient TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, basis TEXT NOT NULL, PRIMARY KEY (material_id, recipient, seq)) WITHOUT ROWID;
    CREATE TABLE transfer (
      package_id TEXT NOT NULL, material_id TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, recipient TEXT NOT NULL, package_number TEXT NOT NULL,
      copy_no INTEGER NOT NULL, consents TEXT NOT NULL, table_row TEXT NOT NULL, purpose TEXT NOT NULL, channel TEXT NOT NULL, PRIMARY KEY (package_id, material_id)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX transfer_copy ON transfer (material_id, copy_no);
  `,
  apply(db, act, held) {
    const consent = readAct(consentRecorded, act, held)?.held;
    if (consent !== undefined) {
      db.prepare('INSERT INTO consent (id, at, officer, json) VALUES (?, ?, ?, ?)').run(consent.id, act.at, act.officer, JSON.stringify(consent));
      for (const materialId of consent.materialIds) db.prepare('INSERT INTO consent_material (material_id, consent_id) VALUES (?, ?)').run(materialId, consent.id);
      return;
    }
    const revoked = readAct(consentRevoked, act, held)?.held;
    if (revoked !== undefined) {
      db.prepare('UPDATE consent SET revoked_at = ?, revoked_by = ? WHERE id = ?').run(revoked.date, revoked.number, revoked.id);
      return;
    }
    const approved = readAct(transferApproved, act, held)?.held;
    if (approved !== undefined) {
      for (const materialId of approved.materialIds) {
        for (const recipient of approved.recipients) {
          db.prepare('INSERT INTO approval (material_id, recipient, seq, at, officer, basis) VALUES (?, ?, ?, ?, ?, ?)')
            .run(materialId, recipient, act.seq, act.at, act.officer, approved.basis);
        }
      }
      return;
    }
    const sealed = readAct(packageSealed, act, held)?.held;
    for (const item of sealed?.items ?? []) {
      db.prepare(`
        INSERT INTO transfer (package_id, material_id, seq, at, officer, recipient, package_number, copy_no, consents, table_row, purpose, channel)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(sealed?.packageId, item.materialId, act.seq, act.at, act.officer, sealed?.recipient, sealed?.packageNumber, item.copyNo, JSON.stringify(item.consentIds), item.row, sealed?.purpose, sealed?.channel);
    }
  },
};

/** In the registry: packages sent, by number and fate, and sealed packages opened in quarantine; no material is named (Art. 11). */
export const packagesOut: Projection = {
  name: 'packagesOut',
  tables: ['package_out', 'sealed_in'],
  schema: `
    CREATE TABLE package_out (
      id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, series TEXT NOT NULL, n INTEGER NOT NULL, recipient TEXT NOT NULL, officer TEXT NOT NULL,
      started_at TEXT NOT NULL, state TEXT NOT NULL, void_code TEXT, sealed_at TEXT, items INTEGER NOT NULL DEFAULT 0, sha256 TEXT, size INTEGER, channel TEXT NOT NULL DEFAULT '',
      file_name TEXT, receipt_number TEXT, receipt_on TEXT, UNIQUE (series, n)
    ) WITHOUT ROWID;
    CREATE TABLE sealed_in (sender TEXT NOT NULL, number TEXT NOT NULL, sha256 TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, PRIMARY KEY (sender, number, seq)) WITHOUT ROWID;
    CREATE INDEX sealed_in_hash ON sealed_in (sha256);
  `,
  apply(db, act) {
    const started = readAct(packageStarted, act, undefined)?.open;
    if (started !== undefined) {
      const series = seriesKey({ kind: 'packageOut', body: started.recipient, year: started.serial.year });
      db.prepare("INSERT INTO package_out (id, seq, number, series, n, recipient, officer, started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'started')")
        .run(started.id, act.seq, started.number, series, started.serial.n, started.recipient, act.officer, act.at);
      return;
    }
    const voided = readAct(packageVoided, act, undefined)?.open;
    if (voided !== undefined) {
      db.prepare("UPDATE package_out SET state = 'void', void_code = ? WHERE id = ?").run(voided.code, voided.id);
      return;
    }
    const sealed = readAct(packageSealed, act, undefined)?.open;
    if (sealed !== undefined) {
      db.prepare("UPDATE package_out SET state = 'written', sealed_at = ?, items = ?, sha256 = ?, size = ?, channel = ?, file_name = ? WHERE id = ?")
        .run(act.at, sealed.items, sealed.sha256, sealed.size, sealed.channel, sealed.fileName, sealed.id);
      return;
    }
    const receipt = readAct(receiptRecorded, act, undefined)?.open;
    if (receipt !== undefined) {
      db.prepare("UPDATE package_out SET state = 'receiptReturned', receipt_number = ?, receipt_on = ? WHERE id = ?").run(receipt.number, receipt.date, receipt.id);
      return;
    }
    const opened = readAct(sealedVerified, act, undefined)?.open;
    if (opened !== undefined) {
      db.prepare('INSERT INTO sealed_in (sender, number, sha256, seq, at, officer) VALUES (?, ?, ?, ?, ?, ?)').run(opened.sender, opened.number, opened.sha256, act.seq, act.at, act.officer);
    }
  },
};
