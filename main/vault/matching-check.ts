import type { HoldingName } from '#app/journal/act.ts';
import { materialRecord, materialRegistered, productPrepared, type MaterialRecord } from '#app/materials/acts.ts';
import { standingHoldings } from './damage.ts';
import { VaultError } from './errors.ts';
import { endOf, holdingsOf, openHolding, readRecord } from './holdings.ts';
import { waitingTokens } from './posting.ts';
import { guard, type State } from './state.ts';
import type { Connection, ReadableDb } from './store.ts';
import type { Progress } from './verify.ts';

/**
 * Materials of this officer's holdings of which the blind index does not hold the row with each of `tokensOf` their text; and, for who may open
 * everything, how far their number is from the `total` of the index. Those whose content cannot be read are named elsewhere.
 */
export function* wrongMaterials(
  state: State, total: () => number, tokensOf: (text: string, senderNumber: string) => ReadonlySet<number>, without: ReadonlySet<'registry' | HoldingName>,
): Generator<Progress, number> {
  const posted = state.registry.prepare<[number, number], unknown>('SELECT 1 FROM posting WHERE token = ? AND row = ?');
  const names = standingHoldings(state).filter((one) => !without.has(one));
  let [wrong, materials] = [0, 0];
  for (const name of names) {
    const of = endOf(state, name)?.seq ?? 0;
    for (let after = 0; ;) {
      const db = openHolding(state, name)?.db;
      const rows = db?.prepare<[number], { n: number; seq: number; record: string }>(
        `SELECT n, seq, record FROM act WHERE n > ? AND kind IN ('${materialRegistered.kind}', '${productPrepared.kind}') AND record IS NOT NULL ORDER BY n LIMIT 50`,
      ).all(after) ?? [];
      const waiting = waitingTokens(state.registry);
      materials += rows.length;
      for (const [index, { seq, record }] of rows.entries()) {
        // Reading a text takes longer than all else here.
        if (index % 10 === 9) {
          yield { done: seq, of };
          guard(state);
        }
        const material = db === undefined ? undefined : readable(state, db, name, record, seq);
        if (material === undefined) continue;
        const row = db?.prepare<[string], { row: number }>('SELECT row FROM matched WHERE id = ?').get(material.id)?.row;
        const leads = (token: number): boolean => row !== undefined && (waiting.get(row)?.has(token) === true || posted.get(token, row) !== undefined);
        if (row === undefined || ![...tokensOf(material.asReceived.text, material.senderNumber)].every(leads)) wrong += 1;
      }
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.n;
      yield { done: last.seq, of };
      guard(state);
    }
  }
  const all = names.length === holdingsOf(state).length && state.coverage.parts.some(({ bodies, degree }) => bodies === 'all' && degree === 'UPPER');
  return wrong > 0 || !all ? wrong : Math.abs(total() - materials);
}

function readable(state: State, db: Connection, name: HoldingName, record: string, seq: number): MaterialRecord | undefined {
  try {
    return materialRecord.parse(readRecord(state, db, name, record, seq));
  } catch (error) {
    if (error instanceof VaultError && error.code === 'damaged') return undefined;
    throw error;
  }
}

/** Values whose count is not that of their rows; no more are looked for after the first block in which there is one. */
export function* wrongCounts(db: ReadableDb): Generator<Progress, number> {
  const counted = db.prepare<[number], { token: number; n: number }>('SELECT token, count(*) AS n FROM posting WHERE token > ? GROUP BY token ORDER BY token LIMIT 500');
  const kept = db.prepare<[number], { token: number; n: number }>('SELECT token, n FROM frequency WHERE token > ? ORDER BY token LIMIT 500');
  for (let after = -1; ;) {
    const [rows, counts] = [counted.all(after), kept.all(after)];
    const known = new Map(counts.map(({ token, n }) => [token, n]));
    const wrong = rows.filter(({ token, n }) => known.get(token) !== n).length + Math.max(0, counts.length - rows.length);
    const last = rows.at(-1);
    if (last === undefined || wrong > 0) return wrong;
    after = last.token;
    yield { done: after, of: 2 ** 48 };
  }
}
