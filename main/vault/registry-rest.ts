import { z } from 'zod';
import { commonActs, headOf } from './journal.ts';
import { VaultError } from './errors.ts';
import { headsFile } from './heads.ts';
import type { ReadableDb } from './db.ts';
import type { CryptoProvider } from './suite.ts';

/** What of the registry no act tells and no check could build anew: keys and to whom they are sealed, places, what is due, staged files. */
const tables = ['meta', 'holding_store', 'holding_key', 'holding_rekey', 'rekey_due', 'key_scope', 'staged'] as const;

/** Keys of `meta` that change without an act: each commit sets the first, and the log of heads confirms it; the others say for which program the projections were built. */
const passing: ReadonlySet<string> = new Set(['firstOfLastCommit', 'projections', 'projectionTables']);

/**
 * SHA-256 (hex) of all rows of these tables, `meta` without `passing`. The act of locking tells it: so an older page of any of them, put back while the vault
 * was locked, is found at the next opening.
 */
export function sumOfRest(suite: CryptoProvider, db: ReadableDb): string {
  const rows = tables.map((table) => db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()
    .filter(({ key }) => table !== 'meta' || !passing.has(String(key)))
    .map((row) => JSON.stringify(Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)))).toSorted());
  return suite.sha256(`grif-1/untold/${JSON.stringify(rows)}`);
}

const lockedShape = z.object({ untold: z.string() });

/** Throws `rolledBack` when the registry is not as the last act, if it is one of locking, left it. A session that was cut off told nothing. */
export function requireRest(suite: CryptoProvider, db: ReadableDb): void {
  const seq = headOf(db)?.seq ?? 0;
  const [last] = commonActs(suite, db, seq, seq);
  const told = last?.kind === 'session.locked' ? lockedShape.safeParse(last.open).data?.untold : undefined;
  if (told !== undefined && told !== sumOfRest(suite, db)) throw new VaultError('rolledBack', headsFile, { stands: ['holdings', 'header'] });
}
