import type { ActBody } from '#app/journal/act.ts';
import { chainFrom, type Break } from './chain.ts';
import { VaultError } from './errors.ts';
import { commonActs, commonBodyOf, genesis, headOf, outsideAt, rowsFrom, type ActRow } from './journal.ts';
import { readingOf } from './journal-reading.ts';
import { guard, type State } from './state.ts';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface Verification {
  readonly acts: number;
  /** Hash of the last act, also when the journal is broken before it. */
  readonly head: string;
  readonly broken: Break | undefined;
}

/**
 * Verifies acts `from` to `to` of the journal, and the chain of kept heads against it, yielding progress: give the event loop a turn between. From
 * another act than the first, who was enrolled before it is believed. What acts say is compared with their digests as far as this officer can
 * read it; chain and signatures need no reading. Throws `damaged` when the kept heads are.
 */
export function* verifyJournal(state: State, from = 1, to = Number.MAX_SAFE_INTEGER): Generator<Progress, Verification> {
  guard(state);
  const db = state.registry;
  const first = Math.max(1, from);
  const head = headOf(db);
  const last = Math.min(to, head?.seq ?? 0);
  const chain = chainFrom(state.suite, outsideAt(db, first - 1) ?? { seq: 0, hash: genesis(state.suite, state.header.vaultId) });
  if (first > 1) for (const act of commonActs(state.suite, db, 1, first - 1)) chain.learn(act);
  const heads = state.heads.walk();
  let kept = heads.next();
  let done = 0;
  const answer = (broken: Break | undefined): Verification => ({ acts: head?.seq ?? 0, head: head?.hash ?? '', broken });
  for (const row of readable(rowsFrom(db, first, last))) {
    if (row === 'unreadable') return answer({ seq: first + done, reason: 'malformed' });
    const seq = first + done;
    const body = row.seq === seq ? bodyOf(state, row) : undefined;
    // The chain first: it says what was done to the act, a body only that it is another.
    const broken = chain.next(row, body === 'other' ? undefined : body) ?? (body === 'other' ? { seq, reason: 'body' as const } : undefined);
    if (broken !== undefined) return answer(broken);
    while (!kept.done && kept.value.seq < row.seq) kept = heads.next();
    if (!kept.done && kept.value.seq === row.seq && kept.value.hash !== row.hash) return answer({ seq, reason: 'hash' });
    done += 1;
    if (done % 50 === 0) {
      yield { done, of: last - first + 1 };
      guard(state);
    }
  }
  return answer(done === Math.max(0, last - first + 1) ? undefined : { seq: first + done, reason: 'gap' });
}

/** Rows until a page that cannot be read. */
function* readable(rows: Generator<ActRow>): Generator<ActRow | 'unreadable'> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'damaged') throw error;
    yield 'unreadable';
  }
}

/** undefined where this officer cannot read it; `other` when it is not what was signed. */
function bodyOf(state: State, row: ActRow): ActBody | 'other' | undefined {
  try {
    return (readingOf(state)?.reader.read(row) ?? commonBodyOf(state.suite, row))?.body;
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'damaged') throw error;
    return 'other';
  }
}
