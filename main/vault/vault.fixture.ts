import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { HoldingName, NewAct } from '#app/journal/act.ts';
import { createVault, lightKdf, unlockVault, type NewGrant, type NewOfficer, type OpenVault } from './vault.ts';
import type { CreateOptions } from './create.ts';
import { ownProjections, type Surroundings, type UnlockOptions } from './open.ts';
import type { HoldingProjection, RegistryProjection } from './projections/types.ts';

/** A fictional director of a fictional vault. */
export const director = { login: 'aigerim', name: 'Айгерим Тестова', passphrase: 'вымышленная фраза' };
/** His fictional order and certificate. */
export const appointment: CreateOptions['appointment'] = {
  order: { number: '1/л', date: '2026-01-10' }, clearance: { issuer: 'вымышленный орган', number: 'СД-1', degree: 'UPPER', from: '2026-01-01', to: '2029-12-31' },
};

/** A fictional grant of everything, or of the scope given. */
export const grantFor = (officer: string, more: Partial<NewGrant> = {}): NewGrant => ({
  officer, clearance: { issuer: 'вымышленный орган', number: 'СД-2', degree: 'UPPER', from: '2026-01-01', to: '2029-12-31' }, scope: { bodies: 'all', degree: 'UPPER' },
  from: '2026-01-01', to: '2028-12-31', document: { number: '2/л', date: '2026-01-10' }, ...more,
});

/** Opens an account and grants it everything, or what is given; `null` grants nothing. Answers its id. */
export async function enrolWithGrant(vault: OpenVault, officer: NewOfficer, more: Partial<NewGrant> | null = {}): Promise<string> {
  const id = await vault.enrol(officer);
  if (more !== null) vault.issueGrant(grantFor(id, more));
  return id;
}

export const holding: HoldingName = 'UZ-01/LOWER';

export function settable(start = '2026-11-22T09:00:00'): { now(): string; set(at: string): void } {
  let at = start;
  return { now: () => at, set: (next) => { at = next; } };
}

const note = z.object({ text: z.string() });

/** Shows the texts of a holding: small stand-ins for the projections of the areas. */
export const notes: HoldingProjection = {
  name: 'notes',
  tables: ['note', 'note_text'],
  schema: `CREATE TABLE note (seq INTEGER NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL);
    CREATE VIRTUAL TABLE note_text USING fts5 (text, content='', tokenize='unicode61');`,
  apply(db, act, held) {
    if (act.kind !== 'note.taken') return;
    const { text } = note.parse(held);
    const { lastInsertRowid } = db.prepare('INSERT INTO note (seq, at, text) VALUES (?, ?, ?)').run(act.seq, act.at, text);
    db.prepare('INSERT INTO note_text (rowid, text) VALUES (?, ?)').run(lastInsertRowid, text);
  },
};
/** Counts acts of common knowledge by kind in the registry. */
export const tally: RegistryProjection = {
  name: 'tally',
  tables: ['tally'],
  schema: 'CREATE TABLE tally (kind TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;',
  apply(db, act) {
    db.prepare('INSERT INTO tally (kind, n) VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET n = n + 1').run(act.kind);
  },
};
export const testProjections = { registry: [...ownProjections.registry.slice(0, 3), tally], holdings: [notes] };

export const noteTaken = (text: string, where: HoldingName = holding): NewAct => ({ kind: 'note.taken', result: 'done', subject: null, open: { length: text.length }, held: [{ holding: where, content: { text } }] });
export const opened = (n: number): NewAct => ({ kind: 'drawer.opened', result: 'done', subject: `drawer${n}`, open: { n }, held: [] });

export const textsOf = (vault: OpenVault, name: HoldingName = holding): string[] =>
  vault.holding(name)?.prepare<[], { text: string }>('SELECT text FROM note ORDER BY seq, rowid').all().map(({ text }) => text) ?? [];

export interface Trial {
  readonly folder: string;
  readonly root: string;
  readonly clock: ReturnType<typeof settable>;
  readonly surroundings: Surroundings;
  create(options?: Partial<CreateOptions>): Promise<OpenVault>;
  unlock(who?: { login: string; passphrase: string }, more?: Partial<UnlockOptions>): Promise<OpenVault>;
  /** A copy of the vault as it lies now: what a crash at this moment would leave. */
  copy(to: string): Trial;
  clean(): void;
}

export function trialAt(root: string, folder: string, clock: Trial['clock']): Trial {
  const surroundings: Surroundings = { clock, workstation: 'АРМ-1', random: randomBytes, kdf: lightKdf, projections: testProjections };
  return {
    root, folder, clock, surroundings,
    create: (options = {}) => createVault(folder, { ...surroundings, director, appointment, demonstration: false, ...options }),
    unlock: (who = director, more = {}) => unlockVault(folder, { ...surroundings, login: who.login, passphrase: who.passphrase, ...more }),
    copy(to) {
      const target = join(root, to);
      cpSync(folder, target, { recursive: true });
      rmSync(join(target, 'vault.lock'), { force: true });
      return trialAt(root, target, clock);
    },
    clean: () => rmSync(root, { recursive: true, force: true }),
  };
}

const made: Trial[] = [];

/** A vault's place in a folder of its own; `cleanTrials` after each test. */
export function trial(): Trial {
  const root = mkdtempSync(join(tmpdir(), 'grif-vault-'));
  const one = trialAt(root, join(root, 'vault'), settable());
  made.push(one);
  return one;
}

export function cleanTrials(): void {
  for (const one of made.splice(0)) one.clean();
}
