import type { z } from 'zod';
import type { HoldingName } from '#app/journal/act.ts';
import type { LetterKind } from '#app/notices/kinds.ts';
import { noticeDrafted } from '#app/notices/acts.ts';
import type { ReadableDb } from '../store.ts';
import type { OpenVault } from '../vault.ts';

export type StoredNotice = z.output<typeof noticeDrafted.held> & {
  readonly draftedAt: string;
  readonly officer: string;
  readonly number: string | null;
  readonly issuedAt: string | null;
  /** Id of the officer who issued it; null while it is a draft. `officer` is who drafted it. */
  readonly issuedBy: string | null;
  readonly acknowledgedOn: string | null;
  /** Number of the addressee's acknowledgement. */
  readonly acknowledgedBy: string | null;
  readonly cancelled: string | null;
};

interface Row { json: string; drafted_at: string; officer: string; number: string | null; issued_at: string | null; issued_by: string | null; acknowledged_on: string | null; acknowledged_by: string | null; cancelled: string | null }

const read = (row: Row): StoredNotice => ({
  ...noticeDrafted.held.parse(JSON.parse(row.json)), draftedAt: row.drafted_at, officer: row.officer, number: row.number, issuedAt: row.issued_at, issuedBy: row.issued_by,
  acknowledgedOn: row.acknowledged_on, acknowledgedBy: row.acknowledged_by, cancelled: row.cancelled,
});

/** Notices of a holding that await their issue or their acknowledgement. */
export function pendingNotices(db: ReadableDb): readonly StoredNotice[] {
  return db.prepare<[], Row>('SELECT * FROM notice WHERE acknowledged_on IS NULL AND cancelled IS NULL ORDER BY drafted_at DESC, id DESC').all().map(read);
}

/** Notices of a breach, in whichever holding its addressees' materials lie. */
export function breachNotices(db: ReadableDb): readonly StoredNotice[] {
  return db.prepare<[], Row>("SELECT * FROM notice WHERE kind = 'breach' ORDER BY drafted_at DESC, id DESC").all().map(read);
}

/** Every notice of a holding, the newest first. */
export function noticesOf(db: ReadableDb): readonly StoredNotice[] {
  return db.prepare<[], Row>('SELECT * FROM notice ORDER BY drafted_at DESC, id DESC').all().map(read);
}

/** Letters of one kind that came of one thing - a material whose consent is asked for, a request - and were not dropped, the newest first. */
export function lettersOf(db: ReadableDb, kind: LetterKind, link: string): readonly StoredNotice[] {
  return db.prepare<[string, string], Row>('SELECT * FROM notice WHERE link = ? AND kind = ? AND cancelled IS NULL ORDER BY drafted_at DESC, id DESC').all(link, kind).map(read);
}

/** Notices about a material, whichever holding they lie in. */
export function noticesAbout(db: ReadableDb, materialId: string): readonly StoredNotice[] {
  return db.prepare<[string], Row>('SELECT n.* FROM notice_material AS m JOIN notice AS n ON n.id = m.notice_id WHERE m.material_id = ? ORDER BY n.drafted_at, n.id').all(materialId).map(read);
}

export function findNotice(vault: OpenVault, id: string): { holding: HoldingName; notice: StoredNotice } | undefined {
  for (const holding of vault.holdings()) {
    const row = vault.holding(holding)?.prepare<[string], Row>('SELECT * FROM notice WHERE id = ?').get(id);
    if (row !== undefined) return { holding, notice: read(row) };
  }
  return undefined;
}

/** In the addressee's series of one year; `db` is its holding of the lower degree. */
export function nextOutgoing(db: ReadableDb | undefined, year: number): number {
  return (db?.prepare<[number], { n: number | null }>('SELECT max(n) AS n FROM outgoing_number WHERE year = ?').get(year)?.n ?? 0) + 1;
}
