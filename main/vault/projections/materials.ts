import type { HeldAct, Json } from '#app/journal/act.ts';
import { heldOf } from '#app/journal/kind.ts';
import {
  evaluationRevised, linkDecided, materialAdmitted, materialAnnotated, materialRegistered, productPrepared, requestJustified, requestRecorded, restrictionLifted, restrictionRecorded, type MaterialRecord,
} from '#app/materials/acts.ts';
import { foldTokens } from '#app/similarity/fold.ts';
import type { WritableDb } from '../store.ts';
import type { HoldingProjection } from './types.ts';

/** Rows of a list show no more of a text than this, in characters. */
const excerptLength = 160;

const folded = (text: string): string => foldTokens(text).map(({ token }) => token).join(' ');

/**
 * Materials of one holding: the columns that lists filter and sort by, and a contentless full-text index over the
 * folded text and requisites. The record itself, kept to the byte, lies in `record` under its hash (Art. 11).
 * `row` is the number of the act that registered it, so that the order of rows is that of registration in every holding and over
 * all of them, and the full-text index answers in it without sorting. Behind every other index stands the row. `material_facets` has
 * whatever lists filter by: filtered rows are counted and found without reading one. `pgsz` keeps a leaf of the text's index inside one encrypted page.
 */
const tables: Pick<HoldingProjection, 'name' | 'tables' | 'schema'> = {
  name: 'materials',
  tables: ['material', 'material_text', 'annotation', 'restriction', 'request', 'link'],
  schema: `
    CREATE TABLE material (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, reg_no TEXT NOT NULL, year INTEGER NOT NULL, n INTEGER NOT NULL,
      registered_at TEXT NOT NULL, received_on TEXT NOT NULL, originator TEXT NOT NULL, degree TEXT NOT NULL,
      sender_number TEXT NOT NULL, sender_date TEXT NOT NULL, marking TEXT NOT NULL, evaluation TEXT NOT NULL, source TEXT, accuracy TEXT,
      source_kind TEXT, basis TEXT NOT NULL, language TEXT NOT NULL, summary TEXT NOT NULL, excerpt TEXT NOT NULL, admission TEXT NOT NULL,
      personal_data INTEGER NOT NULL, attachments INTEGER NOT NULL, product INTEGER NOT NULL, package_id TEXT, request_id TEXT, carrier_code TEXT NOT NULL, copy_no INTEGER NOT NULL,
      restricted INTEGER NOT NULL DEFAULT 0, UNIQUE (year, n)
    );
    CREATE INDEX material_facets ON material (row, source, accuracy, evaluation, source_kind, basis, language, admission, received_on, personal_data, product, restricted);
    CREATE INDEX material_received ON material (received_on);
    CREATE INDEX material_reg_no ON material (reg_no);
    CREATE INDEX material_sender ON material (sender_number);
    CREATE INDEX material_evaluation ON material (evaluation);
    CREATE INDEX material_package ON material (package_id);
    CREATE INDEX material_request ON material (request_id) WHERE request_id IS NOT NULL;
    CREATE INDEX material_carrier ON material (carrier_code);
    CREATE VIRTUAL TABLE material_text USING fts5 (text, requisites, content='', tokenize='ascii');
    INSERT INTO material_text (material_text, rank) VALUES ('pgsz', 3960);
    CREATE TABLE annotation (material_id TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (material_id, seq)) WITHOUT ROWID;
    CREATE TABLE restriction (id TEXT PRIMARY KEY, material_id TEXT NOT NULL, json TEXT NOT NULL, lifted_by TEXT) WITHOUT ROWID;
    CREATE INDEX restriction_material ON restriction (material_id);
    CREATE TABLE request (id TEXT PRIMARY KEY, at TEXT NOT NULL, json TEXT NOT NULL, justified TEXT) WITHOUT ROWID;
    CREATE TABLE link (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, type TEXT NOT NULL, reason TEXT) WITHOUT ROWID;
    CREATE INDEX link_a ON link (a);
    CREATE INDEX link_b ON link (b);
  `,
};

/** The same tables by another way of folding, which must fold alike: fillings of benchmarks remember texts that they use again. */
export function materialsFoldedBy(fold: (text: string) => string): HoldingProjection {
  return { ...tables, apply: (db, act, held) => apply(db, act, held, fold) };
}

export const materials = materialsFoldedBy(folded);

function apply(db: WritableDb, act: HeldAct, held: Json, fold: (text: string) => string): void {
  const record = heldOf(materialRegistered, act, held) ?? heldOf(productPrepared, act, held);
  if (record !== undefined) return insert(db, act, record, fold);
  const admitted = heldOf(materialAdmitted, act, held);
  if (admitted !== undefined) {
    db.prepare("UPDATE material SET admission = 'admitted' WHERE id = ?").run(admitted.id);
    return;
  }
  const annotated = heldOf(materialAnnotated, act, held);
  if (annotated !== undefined) {
    db.prepare('INSERT INTO annotation (material_id, seq, at, officer, text) VALUES (?, ?, ?, ?, ?)').run(annotated.id, act.seq, act.at, act.officer, annotated.text);
    return;
  }
  const revised = heldOf(evaluationRevised, act, held);
  if (revised !== undefined) {
    const { materialId, source, accuracy, sourceKind } = revised;
    db.prepare('UPDATE material SET evaluation = ?, source = ?, accuracy = ?, source_kind = ? WHERE id = ?').run(shownCode(revised), source, accuracy, sourceKind, materialId);
    return;
  }
  const restricted = heldOf(restrictionRecorded, act, held);
  if (restricted !== undefined) {
    const { id, materialId, ...rest } = restricted;
    db.prepare('INSERT INTO restriction (id, material_id, json) VALUES (?, ?, ?)').run(id, materialId, JSON.stringify(rest));
    return countRestrictions(db, materialId);
  }
  const lifted = heldOf(restrictionLifted, act, held);
  if (lifted !== undefined) {
    db.prepare('UPDATE restriction SET lifted_by = ? WHERE id = ?').run(`${lifted.instruction.number}, ${lifted.instruction.date}`, lifted.id);
    return countRestrictions(db, lifted.materialId);
  }
  const request = heldOf(requestRecorded, act, held);
  if (request !== undefined) {
    db.prepare('INSERT INTO request (id, at, json) VALUES (?, ?, ?)').run(request.id, act.at, JSON.stringify(request));
    return;
  }
  const justified = heldOf(requestJustified, act, held);
  if (justified !== undefined) {
    db.prepare('UPDATE request SET justified = ? WHERE id = ?').run(JSON.stringify(justified), justified.id);
    return;
  }
  const link = heldOf(linkDecided, act, held);
  if (link !== undefined) {
    db.prepare('INSERT INTO link (id, seq, at, officer, a, b, type, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(link.id, act.seq, act.at, act.officer, link.from, link.to, link.type, link.reason);
  }
}

function insert(db: WritableDb, { seq, record: hash }: HeldAct, record: MaterialRecord, fold: (text: string) => string): void {
  const { evaluation, carrier, asReceived } = record;
  db.prepare(`
    INSERT INTO material (row, id, hash, reg_no, year, n, registered_at, received_on, originator, degree, sender_number, sender_date, marking, evaluation, source, accuracy,
      source_kind, basis, language, summary, excerpt, admission, personal_data, attachments, product, package_id, request_id, carrier_code, copy_no)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    seq, record.id, hash ?? '', record.regNo, record.serial.year, record.serial.n, record.registeredAt, record.receivedAt.slice(0, 10), record.originator, record.degree,
    record.senderNumber, record.senderDate, asReceived.marking, shownCode(evaluation), evaluation.source, evaluation.accuracy,
    evaluation.sourceKind, record.basis, asReceived.language, record.summary, excerpt(asReceived.text), record.admission, record.personalData ? 1 : 0,
    record.attachments.length, record.sources.length > 0 ? 1 : 0, record.packageId, record.requestId, carrier.code, carrier.copyNo,
  );
  const requisites = [
    record.regNo, record.senderNumber, record.summary, asReceived.marking, asReceived.code, record.originator, carrier.number, carrier.code,
    ...record.attachments.map(({ name }) => name), ...asReceived.attributes.flatMap(({ name, value }) => [name, value]),
  ];
  db.prepare('INSERT INTO material_text (rowid, text, requisites) VALUES (?, ?, ?)').run(seq, fold(asReceived.text), fold(requisites.join(' \n')));
}

/** `B2`; a code of another scheme as it was given, never turned into one of ours (R15.2); empty where none was given. */
const shownCode = ({ source, accuracy, typed }: Pick<MaterialRecord['evaluation'], 'source' | 'accuracy' | 'typed'>): string => (source === null || accuracy === null ? typed.trim() : `${source}${accuracy}`);

function excerpt(text: string): string {
  const start = text.slice(0, excerptLength * 4).replace(/\s+/gu, ' ').trim();
  return [...start].slice(0, excerptLength).join('');
}

function countRestrictions(db: WritableDb, materialId: string): void {
  db.prepare('UPDATE material SET restricted = (SELECT count(*) FROM restriction WHERE material_id = material.id AND lifted_by IS NULL) WHERE id = ?').run(materialId);
}
