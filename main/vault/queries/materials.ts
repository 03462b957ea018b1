import type { MaterialFilter } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { materialRecord, type MaterialRecord } from '#app/materials/acts.ts';
import { searchTerms } from '#app/similarity/fold.ts';
import type { ReadableDb } from '../store.ts';

type Bound = Record<string, string | number>;

/** A material touched by an open breach goes nowhere (R14.9). */
const columns = `id, reg_no, registered_at, received_on, originator, sender_number, sender_date, degree, marking, evaluation, source_kind, basis, summary, excerpt, language, admission,
  personal_data, restricted, attachments, product, EXISTS (SELECT 1 FROM incident_material WHERE material_id = material.id AND released IS NULL) AS frozen`;
const frozen = 'row IN (SELECT m.row FROM incident_material AS i JOIN material AS m ON m.id = i.material_id WHERE i.released IS NULL)';
/** Numbers are read from the indices of theirs, from end to end, and not from the rows. */
const bearing = (column: string, name: string): string => `SELECT row FROM material WHERE instr(upper(${column}), upper(@${name})) > 0`;

/** What a filter asks of a row, and of the full-text index: null where no text is looked for. */
export interface Condition {
  readonly sql: string;
  readonly match: string | null;
  readonly bound: Bound;
}

/** A filter with its bound values; by their words those are not found whose content is `withheld` from the reader (R11.5). Texts are folded and quoted: no operator of the index can be smuggled in. Which bodies, States and degree is said by the holdings that are asked. */
export function conditionOf(filter: Omit<MaterialFilter, 'bodies' | 'states' | 'degree'>, withheld: ReadonlySet<string> = new Set()): Condition {
  const parts: string[] = [];
  const bound: Bound = {};
  const add = (sql: string, name: string, value: string | number): void => {
    parts.push(sql);
    bound[name] = value;
  };
  const terms = filter.text === undefined ? [] : searchTerms(filter.text);
  if (filter.text !== undefined && filter.text !== '' && terms.length === 0) parts.push('0');
  if (terms.length > 0) bound['match'] = terms.map((term) => `"${term.replaceAll('"', '')}"*`).join(' ');
  if (terms.length > 0 && withheld.size > 0) add('id NOT IN (SELECT value FROM json_each(@withheld))', 'withheld', JSON.stringify([...withheld]));
  for (const axis of ['source', 'accuracy'] as const) {
    const value = filter[axis];
    // A code of another scheme was given, if not one of Annex 2.
    if (value === 'missing') parts.push(`(${axis} IS NULL AND (evaluation = '' OR coalesce(source, accuracy) IS NOT NULL))`);
    else if (value !== undefined) add(`${axis} = @${axis}`, axis, value);
  }
  if (filter.sourceKind !== undefined) add('source_kind = @sourceKind', 'sourceKind', filter.sourceKind);
  if (filter.basis !== undefined) add('basis = @basis', 'basis', filter.basis);
  if (filter.language !== undefined) add('language = @language', 'language', filter.language);
  if (filter.admission !== undefined) add('admission = @admission', 'admission', filter.admission);
  if (filter.receivedFrom !== undefined) add('received_on >= @receivedFrom', 'receivedFrom', filter.receivedFrom);
  if (filter.receivedTo !== undefined) add('received_on <= @receivedTo', 'receivedTo', filter.receivedTo);
  if (filter.number !== undefined && filter.number !== '') add(`row IN (${bearing('reg_no', 'number')} UNION ${bearing('sender_number', 'number')})`, 'number', filter.number);
  if (filter.regNo !== undefined && filter.regNo !== '') add(`row IN (${bearing('reg_no', 'regNo')})`, 'regNo', filter.regNo);
  if (filter.senderNumber !== undefined && filter.senderNumber !== '') add(`row IN (${bearing('sender_number', 'senderNumber')})`, 'senderNumber', filter.senderNumber);
  for (const [name, column] of [['personalData', 'personal_data'], ['product', 'product']] as const) {
    const value = filter[name];
    if (value !== undefined) add(`${column} = @${name}`, name, value ? 1 : 0);
  }
  if (filter.restricted !== undefined) parts.push(filter.restricted ? 'restricted > 0' : 'restricted = 0');
  if (filter.frozen !== undefined) parts.push(filter.frozen ? frozen : `NOT ${frozen}`);
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), match: terms.length === 0 ? null : 'material_text MATCH @match', bound };
}

interface Row {
  id: string; reg_no: string; registered_at: string; received_on: string; originator: string; sender_number: string; sender_date: string;
  degree: MaterialRow['degree']; marking: string; evaluation: string; source_kind: MaterialRow['sourceKind']; basis: MaterialRow['basis'];
  summary: string; excerpt: string; language: MaterialRow['language']; admission: MaterialRow['admission']; personal_data: number; restricted: number;
  frozen: number; attachments: number; product: number;
}

const rowOf = (row: Row): MaterialRow => ({
  id: row.id, regNo: row.reg_no, registeredAt: row.registered_at, receivedOn: row.received_on, originator: row.originator, senderNumber: row.sender_number,
  senderDate: row.sender_date, degree: row.degree, marking: row.marking, evaluation: row.evaluation, sourceKind: row.source_kind, basis: row.basis,
  summary: row.summary, excerpt: row.excerpt, language: row.language, admission: row.admission, personalData: row.personal_data === 1,
  restricted: row.restricted > 0, frozen: row.frozen > 0, attachments: row.attachments, product: row.product === 1,
});

export function findRow(db: ReadableDb, id: string): MaterialRow | undefined {
  const row = db.prepare<[string], Row>(`SELECT ${columns} FROM material WHERE id = ?`).get(id);
  return row === undefined ? undefined : rowOf(row);
}

/** A row by its place in the store. */
export function findRowAt(db: ReadableDb, place: number): MaterialRow | undefined {
  const row = db.prepare<[number], Row>(`SELECT ${columns} FROM material WHERE row = ?`).get(place);
  return row === undefined ? undefined : rowOf(row);
}

/** The record as it was registered, to the byte. */
export function findRecord(db: ReadableDb, id: string): MaterialRecord | undefined {
  const found = db.prepare<[string], { json: string }>('SELECT r.json FROM material AS m JOIN record AS r ON r.hash = m.hash WHERE m.id = ?').get(id);
  return found === undefined ? undefined : materialRecord.parse(JSON.parse(found.json));
}

export function nextSerial(db: ReadableDb | undefined, year: number): number {
  return (db?.prepare<[number], { n: number | null }>('SELECT max(n) AS n FROM material WHERE year = ?').get(year)?.n ?? 0) + 1;
}

/** The same copy of the same letter, registered before. */
export function bySenderNumber(db: ReadableDb, number: string, date: string, copyNo: number): { id: string; reg_no: string } | undefined {
  return db.prepare<[string, string, number], { id: string; reg_no: string }>('SELECT id, reg_no FROM material WHERE sender_number = ? AND sender_date = ? AND copy_no = ?').get(number, date, copyNo);
}

export interface HeldRestriction {
  readonly id: string;
  readonly materialId: string;
  readonly json: string;
  readonly liftedBy: string | null;
}

export function restrictionsOf(db: ReadableDb, materialId: string): readonly HeldRestriction[] {
  return db.prepare<[string], HeldRestriction>('SELECT id, material_id AS materialId, json, lifted_by AS liftedBy FROM restriction WHERE material_id = ? ORDER BY id').all(materialId);
}

/** How many restrictions a store held when it was last read through, and those of them that keep content from readers. */
const keeping = new WeakMap<ReadableDb, { readonly count: number; readonly ids: readonly string[] }>();

/** Restrictions not lifted that keep content from some readers. They are few: a store is read through again only when there are more than before. */
export function restrictionsKeepingReaders(db: ReadableDb): readonly HeldRestriction[] {
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM restriction').get()?.n ?? 0;
  let known = keeping.get(db);
  if (known?.count !== count) {
    known = { count, ids: db.prepare<[], { id: string }>("SELECT id FROM restriction WHERE instr(json, '\"kind\":\"viewOnly\"') > 0").all().map(({ id }) => id) };
    keeping.set(db, known);
  }
  return known.ids.flatMap((id) => db.prepare<[string], HeldRestriction>(
    'SELECT id, material_id AS materialId, json, lifted_by AS liftedBy FROM restriction WHERE id = ? AND lifted_by IS NULL').get(id) ?? []);
}

export function annotationsOf(db: ReadableDb, materialId: string): readonly { at: string; officer: string; text: string }[] {
  return db.prepare<[string], { at: string; officer: string; text: string }>('SELECT at, officer, text FROM annotation WHERE material_id = ? ORDER BY seq').all(materialId);
}

export function materialsOfPackage(db: ReadableDb, packageId: string): readonly { id: string; regNo: string }[] {
  return db.prepare<[string], { id: string; regNo: string }>('SELECT id, reg_no AS regNo FROM material WHERE package_id = ? ORDER BY n').all(packageId);
}

export function carrierTaken(db: ReadableDb, code: string): boolean {
  return db.prepare<[string], { row: number }>('SELECT row FROM material WHERE carrier_code = ?').get(code) !== undefined;
}
