import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { materialRecord, materialRegistered } from '#app/materials/acts.ts';
import { derive } from '#main/vault/derive.ts';
import { matchingOf, number48, type Matching } from '#main/vault/matching.ts';
import type { State } from '#main/vault/state.ts';
import { rememberedTokens } from './remembered.ts';

/**
 * The blind index of a vault that is filled with very many materials: its entries are written down beside the vault, and into the
 * registry in the order of the index when all are there. One by one each of them would touch a hundred pages.
 */
export interface Keeper {
  readonly matching: (state: State) => Matching;
  /** Writes down what was committed since. */
  flush(): void;
  /** Writes entries into the registry, for so long; true when all are in. */
  settle(until: () => boolean, onProgress: (done: number, of: number) => void): boolean;
  close(): void;
}

/** Entries as rows of float64: row, how many tokens, the tokens. */
export function keeperOf(file: string): Keeper {
  const fd = openSync(file, 'a');
  let pending: number[] = [];
  let within: State | undefined;
  return {
    matching(state) {
      within = state;
      const tokensOf = rememberedTokens((key) => number48(derive(state, 'vault', 'matching').hmac(key)));
      return {
        ...matchingOf(state),
        takeIn(acts) {
          const entries = acts.filter(({ kind }) => kind === materialRegistered.kind).flatMap(({ held }) => held).map(({ holding, content }) => {
            const { id, asReceived, senderNumber } = materialRecord.parse(content);
            return { holding, id, row: number48(state.suite.random(6)), tokens: tokensOf(asReceived.text, senderNumber) };
          });
          const byHolding = Map.groupBy(entries, ({ holding }) => holding);
          return {
            inHolding(name, db, seq) {
              for (const { row, id } of byHolding.get(name) ?? []) db.prepare('INSERT INTO matched (seq, row, id) VALUES (?, ?, ?)').run(seq, row, id);
            },
            inRegistry() {
              for (const { row, tokens } of entries) pending.push(row, tokens.size, ...tokens);
            },
            afterwards: () => undefined,
          };
        },
      };
    },
    flush() {
      writeSync(fd, Buffer.from(Float64Array.from(pending).buffer));
      pending = [];
    },
    settle(until, onProgress) {
      if (within === undefined) throw new TypeError('no vault is open');
      return settle(within, readEntries(file), until, onProgress);
    },
    close: () => closeSync(fd),
  };
}

interface Entries {
  /** Rows in order. */
  readonly rows: Float64Array;
  /** Of each posting the upper 16 bits of its token, and the lower 32 with the place of its row among `rows` (20 bits). */
  readonly upper: Uint16Array;
  readonly lower: Float64Array;
}
const places = 2 ** 20;

function readEntries(file: string): Entries {
  const bytes = readFileSync(file);
  const all = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  const starts: number[] = [];
  for (let at = 0; at < all.length; at += 2 + (all[at + 1] ?? 0)) starts.push(at);
  if (starts.length > places) throw new RangeError('more materials than places');
  const rows = Float64Array.from(starts, (at) => all[at] ?? 0).toSorted();
  const placeOf = new Map<number, number>();
  for (const [place, row] of rows.entries()) placeOf.set(row, place);
  const total = all.length - 2 * starts.length;
  const [upper, lower] = [new Uint16Array(total), new Float64Array(total)];
  let n = 0;
  for (const start of starts) {
    const place = placeOf.get(all[start] ?? 0) ?? 0;
    for (let at = start + 2; at < start + 2 + (all[start + 1] ?? 0); at += 1) {
      const token = all[at] ?? 0;
      const high = Math.floor(token / 2 ** 32);
      upper[n] = high;
      lower[n] = (token - high * 2 ** 32) * places + place;
      n += 1;
    }
  }
  return { rows, upper, lower };
}

/** Postings of one upper half at a time, token by token; begun again it goes on behind the last token that is in. */
function settle({ registry }: State, { rows, upper, lower }: Entries, until: () => boolean, onProgress: (done: number, of: number) => void): boolean {
  const counts = new Uint32Array(2 ** 16 + 1);
  for (const high of upper) counts[high + 1] = (counts[high + 1] ?? 0) + 1;
  for (let high = 0; high < 2 ** 16; high += 1) counts[high + 1] = (counts[high + 1] ?? 0) + (counts[high] ?? 0);
  const sorted = new Float64Array(lower.length);
  const next = counts.slice();
  for (const [n, value] of lower.entries()) {
    const high = upper[n] ?? 0;
    sorted[next[high] ?? 0] = value;
    next[high] = (next[high] ?? 0) + 1;
  }
  const last = registry.prepare<[], { token: number | null }>('SELECT max(token) AS token FROM frequency').get()?.token ?? -1;
  if (last === -1) registry.prepare('INSERT OR REPLACE INTO frequency (token, n) VALUES (-1, ?)').run(rows.length);
  const one = registry.prepare('INSERT INTO posting (token, row) VALUES (?, ?)');
  const many = registry.prepare('INSERT INTO posting (token, row) SELECT ?, value FROM json_each(?)');
  const count = registry.prepare('INSERT INTO frequency (token, n) VALUES (?, ?)');
  let high = Math.floor(Math.max(0, last) / 2 ** 32);
  const some = (): void => {
    for (let written = 0; high < 2 ** 16 && written < 400_000; high += 1) {
      const bucket = sorted.subarray(counts[high] ?? 0, counts[high + 1] ?? 0).toSorted();
      for (let from = 0; from < bucket.length;) {
        const low = Math.floor((bucket[from] ?? 0) / places);
        let to = from + 1;
        while (to < bucket.length && Math.floor((bucket[to] ?? 0) / places) === low) to += 1;
        const token = high * 2 ** 32 + low;
        if (token > last) {
          const held = Array.from(bucket.subarray(from, to), (value) => rows[value % places] ?? 0);
          if (held.length < 12) for (const row of held) one.run(token, row);
          else many.run(token, JSON.stringify(held));
          count.run(token, held.length);
          written += held.length;
        }
        from = to;
      }
    }
  };
  for (;;) {
    if (high >= 2 ** 16) return true;
    if (until()) return false;
    registry.transaction(some);
    onProgress(counts[high] ?? 0, sorted.length);
  }
}
