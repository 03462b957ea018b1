import { approvalWithdrawn, consentConditionMet, consentRecorded, consentRevoked, packageSealed, transferApproved } from '#app/exchange/acts.ts';
import { heldOf } from '#app/journal/kind.ts';
import type { HoldingProjection } from './types.ts';

/** In each holding: consents to transfer its materials, the director's decisions on them, and who was given them (Art. 5, 8, 12). */
export const exchange: HoldingProjection = {
  name: 'exchange',
  tables: ['consent', 'consent_material', 'approval', 'transfer'],
  schema: `
    CREATE TABLE consent (id TEXT PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, revoked_at TEXT, revoked_by TEXT, condition_met TEXT) WITHOUT ROWID;
    CREATE TABLE consent_material (material_id TEXT NOT NULL, consent_id TEXT NOT NULL, PRIMARY KEY (material_id, consent_id)) WITHOUT ROWID;
    CREATE TABLE approval (material_id TEXT NOT NULL, recipient TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (material_id, recipient, seq)) WITHOUT ROWID;
    CREATE TABLE transfer (
      package_id TEXT NOT NULL, material_id TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, recipient TEXT NOT NULL, package_number TEXT NOT NULL,
      copy_no INTEGER NOT NULL, of_all INTEGER NOT NULL, consents TEXT NOT NULL, table_row TEXT NOT NULL, purpose TEXT NOT NULL, channel TEXT NOT NULL,
      confirmed TEXT NOT NULL, request_id TEXT, second TEXT, person TEXT, PRIMARY KEY (package_id, material_id)
    ) WITHOUT ROWID;
    CREATE INDEX transfer_request ON transfer (request_id) WHERE request_id IS NOT NULL;
    CREATE UNIQUE INDEX transfer_copy ON transfer (material_id, copy_no);
  `,
  apply(db, act, held) {
    const consent = heldOf(consentRecorded, act, held);
    if (consent !== undefined) {
      db.prepare('INSERT INTO consent (id, at, officer, json) VALUES (?, ?, ?, ?)').run(consent.id, act.at, act.officer, JSON.stringify(consent));
      for (const materialId of consent.materialIds) db.prepare('INSERT INTO consent_material (material_id, consent_id) VALUES (?, ?)').run(materialId, consent.id);
      return;
    }
    const revoked = heldOf(consentRevoked, act, held);
    if (revoked !== undefined) {
      db.prepare('UPDATE consent SET revoked_at = ?, revoked_by = ? WHERE id = ?').run(revoked.date, revoked.number, revoked.id);
      return;
    }
    const met = heldOf(consentConditionMet, act, held);
    if (met !== undefined) {
      db.prepare('UPDATE consent SET condition_met = ? WHERE id = ?').run(JSON.stringify(met.document), met.id);
      return;
    }
    const approved = heldOf(transferApproved, act, held);
    if (approved !== undefined) {
      for (const materialId of approved.materialIds) {
        for (const recipient of approved.recipients) {
          db.prepare('INSERT INTO approval (material_id, recipient, seq, at, officer, json) VALUES (?, ?, ?, ?, ?, ?)')
            .run(materialId, recipient, act.seq, act.at, act.officer, JSON.stringify(approved));
        }
      }
      return;
    }
    const withdrawn = heldOf(approvalWithdrawn, act, held);
    if (withdrawn !== undefined) {
      db.prepare('UPDATE approval SET withdrawn = 1 WHERE material_id = ? AND recipient = ?').run(withdrawn.materialId, withdrawn.recipient);
      return;
    }
    const sealed = heldOf(packageSealed, act, held);
    if (sealed?.part !== 'items') return;
    for (const item of sealed.items) {
      db.prepare(`
        INSERT INTO transfer (package_id, material_id, seq, at, officer, recipient, package_number, copy_no, of_all, consents, table_row, purpose, channel, confirmed, request_id, second, person)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(
          sealed.packageId, item.materialId, act.seq, act.at, act.officer, sealed.recipient, sealed.packageNumber, item.copyNo, sealed.of, JSON.stringify(item.consentIds), item.row,
          sealed.purpose, sealed.channel, JSON.stringify(item.confirmed ?? []), sealed.requestId ?? null, sealed.second ?? null, sealed.person ?? null,
        );
    }
  },
};
