import { packageSealed, packageStarted, packageVoided, receiptRecorded } from '#app/exchange/acts.ts';
import { heldOf } from '#app/journal/kind.ts';
import { seriesKey } from '#app/materials/numbering.ts';
import type { HoldingProjection } from './types.ts';

/** In the Centre's holding of the lower degree: packages sent, by number and fate; no material is named and none is counted (Art. 11). */
export const packagesOut: HoldingProjection = {
  name: 'packagesOut',
  tables: ['package_out'],
  schema: `
    CREATE TABLE package_out (
      id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, series TEXT NOT NULL, n INTEGER NOT NULL, recipient TEXT NOT NULL, officer TEXT NOT NULL,
      started_at TEXT NOT NULL, state TEXT NOT NULL, void_code TEXT, sealed_at TEXT, sha256 TEXT, size INTEGER, channel TEXT NOT NULL DEFAULT '',
      file_name TEXT, receipt_number TEXT, receipt_on TEXT, UNIQUE (series, n)
    ) WITHOUT ROWID;
  `,
  apply(db, act, held) {
    const started = heldOf(packageStarted, act, held);
    if (started !== undefined) {
      const series = seriesKey({ kind: 'packageOut', body: started.recipient, year: started.serial.year });
      db.prepare("INSERT INTO package_out (id, seq, number, series, n, recipient, officer, started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'started')")
        .run(started.id, act.seq, started.number, series, started.serial.n, started.recipient, act.officer, act.at);
      return;
    }
    const voided = heldOf(packageVoided, act, held);
    if (voided !== undefined) {
      db.prepare("UPDATE package_out SET state = 'void', void_code = ? WHERE id = ?").run(voided.code, voided.id);
      return;
    }
    const sealed = heldOf(packageSealed, act, held);
    if (sealed?.part === 'outside') {
      db.prepare("UPDATE package_out SET state = 'written', sealed_at = ?, sha256 = ?, size = ?, channel = ?, file_name = ? WHERE id = ?")
        .run(act.at, sealed.sha256, sealed.size, sealed.channel, sealed.fileName, sealed.id);
      return;
    }
    const receipt = heldOf(receiptRecorded, act, held);
    if (receipt !== undefined) {
      db.prepare("UPDATE package_out SET state = 'receiptReturned', receipt_number = ?, receipt_on = ? WHERE id = ?").run(receipt.number, receipt.date, receipt.id);
    }
  },
};
