import type { HoldingName } from '#app/journal/act.ts';
import { materials } from '../projections/materials.ts';
import { memoryStore, type Connection } from '../store.ts';
import type { OpenHolding, Sort } from './material-pages.ts';

export interface Fiction { readonly holding: number; readonly day: number; readonly number: string; readonly source: 'A' | 'B'; readonly text: string }
export interface Kept { readonly id: string; readonly row: number; readonly keys: Readonly<Record<Sort['by'], string>>; readonly source: string; readonly text: string }
export interface Shelf extends OpenHolding { readonly db: Connection }

export const names: readonly HoldingName[] = ['UZ-01/LOWER', 'UZ-01/UPPER', 'UZ-011/LOWER', 'AZ-01/LOWER', 'CENTRE/UPPER'];
export function shelves(): Shelf[] {
  return names.map((name) => {
    const db = memoryStore();
    db.exec(materials.schema);
    db.exec('CREATE TABLE incident_material (material_id TEXT NOT NULL, incident_id TEXT NOT NULL, released TEXT)');
    db.exec('CREATE TABLE cursor (one INTEGER PRIMARY KEY, projected_to INTEGER NOT NULL)');
    db.exec('INSERT INTO cursor VALUES (1, 0)');
    return { name, db };
  });
}

/** Puts a fictional material on its shelf, registered after those before it. */
export function put(on: readonly Shelf[], one: Fiction, n: number): Kept {
  const { name, db } = on[one.holding] ?? { name: 'UZ-01/LOWER', db: memoryStore() };
  const [originator = '', degree = ''] = name.split('/');
  const id = `${(n * 7919) % 10_007}`.padStart(20, 'm');
  const at = `2026-05-${String(one.day).padStart(2, '0')}T10:00:00`;
  const row = n + 1;
  db.prepare(`
    INSERT INTO material (row, id, hash, reg_no, year, n, registered_at, received_on, originator, degree, sender_number, sender_date, marking, evaluation, source, accuracy, source_kind, basis,
      language, summary, excerpt, admission, personal_data, attachments, product, package_id, request_id, carrier_code, copy_no)
    VALUES (?, ?, '', ?, 2026, ?, ?, ?, ?, ?, ?, '2026-05-01', '', ?, ?, NULL, NULL, 'initiative', 'ru', '', ?, 'admitted', 0, 0, 0, NULL, NULL, '', 1)`)
    .run(row, id, one.number, n, at, at.slice(0, 10), originator, degree, one.number, one.source, one.source, one.text);
  db.prepare("INSERT INTO material_text (rowid, text, requisites) VALUES (?, ?, '')").run(row, one.text);
  db.prepare('UPDATE cursor SET projected_to = ?').run(row);
  return {
    id, row, source: one.source, text: one.text,
    keys: { registeredAt: '', receivedOn: at.slice(0, 10), regNo: one.number, senderNumber: one.number, evaluation: one.source, originator, degree },
  };
}

export const sortedIds = (kept: readonly Kept[], sort: Sort): readonly string[] => {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return kept.toSorted((a, b) => sign * (Buffer.compare(Buffer.from(a.keys[sort.by]), Buffer.from(b.keys[sort.by])) || a.row - b.row)).map(({ id }) => id);
};
