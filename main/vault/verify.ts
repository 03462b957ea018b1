import type { Act } from '#app/journal/act.ts';
import { chainFrom, type Break } from './chain.ts';
import { VaultError } from './errors.ts';
import { actOfRow, actsFrom, genesis, headOf, type ActRow } from './journal.ts';
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
 * another act than the first, who was enrolled before it is believed. Throws `damaged` when the kept heads are.
 */
export function* verifyJournal(state: State, from = 1, to = Number.MAX_SAFE_INTEGER): Generator<Progress, Verification> {
  guard(state);
  const db = state.registry;
  const head = headOf(db);
  const last = Math.min(to, head?.seq ?? 0);
  const before = from <= 1 ? undefined : db.prepare<[number], { seq: number; hash: string }>('SELECT seq, hash FROM act WHERE seq = ?').get(from - 1);
  const chain = chainFrom(state.suite, before ?? { seq: 0, hash: genesis(state.suite, state.header.vaultId) });
  if (from > 1) {
    const known = db.prepare<[number], ActRow>("SELECT * FROM act WHERE kind IN ('officer.enrolled', 'officer.disabled') AND seq < ? ORDER BY seq").all(from);
    for (const row of known) chain.learn(actOfRow(row));
  }
  const heads = state.heads.walk();
  let kept = heads.next();
  let done = 0;
  let parts = 0;
  const answer = (broken: Break | undefined): Verification => ({ acts: head?.seq ?? 0, head: head?.hash ?? '', broken });
  const acts = actsFrom(db, Math.max(1, from), last);
  for (;;) {
    let act: Act;
    try {
      const next = acts.next();
      if (next.done === true) break;
      act = next.value;
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== 'damaged') throw error;
      return answer({ seq: Math.max(1, from) + done, reason: 'malformed' });
    }
    const broken = chain.next(act) ?? indexFault(state, act.seq, act.held);
    if (broken !== undefined) return answer(broken);
    while (!kept.done && kept.value.seq < act.seq) kept = heads.next();
    if (!kept.done && kept.value.seq === act.seq && kept.value.hash !== act.hash) return answer({ seq: act.seq, reason: 'hash' });
    done += 1;
    parts += act.held.length;
    if (done % 100 === 0) {
      yield { done, of: last - from + 1 };
      guard(state);
    }
  }
  if (done !== Math.max(0, last - Math.max(1, from) + 1)) return answer({ seq: Math.max(1, from) + done, reason: 'gap' });
  const indexed = db.prepare<[number, number], { n: number }>('SELECT count(*) AS n FROM act_held WHERE seq BETWEEN ? AND ?').get(Math.max(1, from), last)?.n ?? 0;
  return answer(indexed === parts ? undefined : { seq: last, reason: 'contentIndex' });
}

/** `act_held` decides which acts a holding is shown: it must say what the acts say. */
function indexFault(state: State, seq: number, held: readonly { holding: string; hash: string }[]): Break | undefined {
  const rows = held.map(({ holding, hash }, part) =>
    state.registry.prepare<[string, number, number, string], unknown>('SELECT 1 FROM act_held WHERE holding = ? AND seq = ? AND part = ? AND hash = ?').get(holding, seq, part, hash));
  return rows.includes(undefined) ? { seq, reason: 'contentIndex' } : undefined;
}
