import Database from 'better-sqlite3-multiple-ciphers';
import type { MaterialFilter } from '#app/contract/materials.ts';
import { searchTerms } from '#app/similarity/fold.ts';
import type { Place } from '#main/vault/queries/material-keys.ts';
import { pageOver, type OpenHolding, type Sort } from '#main/vault/queries/material-pages.ts';
import { conditionOf } from '#main/vault/queries/materials.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { spread, type Figure } from '../figure.ts';

const size = 50;
const sorts = ['registeredAt', 'receivedOn', 'regNo', 'originator', 'senderNumber', 'degree', 'evaluation'] as const;
const newestFirst: Sort = { by: 'registeredAt', direction: 'descending' };
const columns = { registeredAt: '', receivedOn: 'received_on', regNo: 'reg_no', originator: 'originator', senderNumber: 'sender_number', degree: 'degree', evaluation: 'evaluation' } as const;

/** Another filter each time, so that nothing is known of it yet. */
const kinds = ['official_body', 'law_enforcement_officer', 'special_measure', 'assisting_person', 'citizen', 'media_other'] as const;
const filterOf = (round: number): MaterialFilter => ({ source: (['A', 'B', 'C', 'D'] as const)[round % 4], accuracy: (['1', '2', '3', '4'] as const)[(round >> 2) % 4], sourceKind: kinds[(round >> 4) % 6] });

type Bound = Readonly<Record<string, string | number>>;

/** One unencrypted database, asked as one would ask it. */
function peerOf(db: Database) {
  const order = (by: Sort['by']): string => (columns[by] === '' ? 'row DESC' : `${columns[by]} DESC, row DESC`);
  return {
    page(filter: MaterialFilter, by: Sort['by'], skip = 0): unknown[] {
      const { sql, match, bound } = conditionOf(filter);
      const from = match === null ? 'material WHERE' : `material_text JOIN material ON row = material_text.rowid WHERE ${match} AND`;
      // The full-text index is in the order of registration already.
      const ordered = match !== null && columns[by] === '' ? 'material_text.rowid DESC' : order(by);
      return db.prepare<unknown>(`SELECT material.* FROM ${from} ${sql} ORDER BY ${ordered} LIMIT ${size} OFFSET @skip`).all({ ...bound, skip });
    },
    after(filter: MaterialFilter, by: 'receivedOn', { key, row }: Place): unknown[] {
      const { sql, bound } = conditionOf(filter);
      return db.prepare<unknown>(`SELECT * FROM material WHERE ${sql} AND ${columns[by]} <= @key AND (${columns[by]} < @key OR row < @row) ORDER BY ${order(by)} LIMIT ${size}`).all({ ...bound, key, row });
    },
    count(filter: MaterialFilter): unknown {
      const { sql, match, bound } = conditionOf(filter);
      const from = match === null ? 'material WHERE' : sql === '1' ? `material_text WHERE ${match} AND` : `material_text JOIN material ON row = material_text.rowid WHERE ${match} AND`;
      return db.prepare<unknown>(`SELECT count(*) FROM ${from} ${sql}`).get(bound satisfies Bound);
    },
  };
}

/** Words of texts of materials drawn evenly from the whole, in classes by how many have them. */
function wordsOf(db: Database, rounds: number): Readonly<Record<string, readonly string[]>> {
  const samples = db.prepare<{ excerpt: string }>('SELECT excerpt FROM material WHERE row % 997 = 7').all();
  const often = db.prepare<{ n: number }>('SELECT count(*) AS n FROM material_text WHERE material_text MATCH ?');
  const classes: Record<string, string[]> = { 'a rare word (under 20 hits)': [], 'a middling word (500 to 20,000)': [], 'a frequent word (over 50,000)': [], 'two words': [] };
  const seen = new Set<string>();
  let before = '';
  for (const { excerpt } of samples) {
    for (const word of searchTerms(excerpt.replace(/["«»„“”]/gu, ' '))) {
      if (seen.has(word) || word.length < 4) continue;
      seen.add(word);
      const n = often.get(`"${word}"*`)?.n ?? 0;
      const [rare, middling, frequent, two] = Object.values(classes);
      const into = n > 0 && n < 20 ? rare : n >= 500 && n <= 20_000 ? middling : n > 50_000 ? frequent : undefined;
      if (into !== undefined && into.length < rounds) into.push(word);
      if (n >= 500 && before !== '' && two !== undefined && two.length < rounds) two.push(`${before} ${word}`);
      if (n >= 500) before = word;
    }
    if (Object.values(classes).every(({ length }) => length >= rounds)) break;
  }
  return classes;
}

/** Questions of the list of materials over all holdings of an open vault, against one unencrypted database of the same rows, in turn. */
export function asking(vault: OpenVault, db: Database, rounds: number): Promise<Figure[]> {
  const peer = peerOf(db);
  const holdings: OpenHolding[] = vault.holdings().flatMap((name) => {
    const at = vault.holding(name);
    return at === undefined ? [] : [{ name, db: at }];
  });
  const over = `over ${holdings.length} holdings`;
  const page = (filter: MaterialFilter, sort: Sort, skip = 0, after: Place | null = null) => pageOver(holdings, filter, sort, { after, skip }, size);
  const count = page({}, newestFirst).total ?? 0;
  const words = wordsOf(db, rounds);
  return spread([
    ...sorts.map((by) => ({
      what: `first filtered page of ${size} sorted by ${by}, with its total, ${over}`, peer: 'one unencrypted database: page and count', rounds, group: `all of these: a filtered page of ${size} in any order with its total, ${over}`,
      ours: (round: number) => page(filterOf(round), { by, direction: 'descending' }),
      theirs: (round: number) => [peer.page(filterOf(round), by), peer.count(filterOf(round))],
      // Each sort begins with filters of which nothing is kept.
      before: () => vault.commit(holdings.map(({ name }) => ({ kind: 'bench.noted', result: 'done', subject: null, open: {}, held: [{ holding: name, content: null }] }))),
    })),
    ...sorts.map((by) => ({
      what: `filtered page of ${size} sorted by ${by} of a list that was begun, ${over}`, peer: 'one unencrypted database: page', rounds,
      ours: (round: number) => page(filterOf(round), { by, direction: 'descending' }),
      theirs: (round: number) => peer.page(filterOf(round), by),
    })),
    (() => {
      const { rows } = page({ source: 'B' }, { by: 'receivedOn', direction: 'descending' }, 20_000);
      const place = rows.at(-1) ?? { key: '', row: 0 };
      return {
        what: `page of ${size} after a place deep in the list, filtered, by receivedOn, ${over}`, peer: 'one unencrypted database', rounds,
        ours: () => page({ source: 'B' }, { by: 'receivedOn', direction: 'descending' }, 0, place), theirs: () => peer.after({ source: 'B' }, 'receivedOn', place),
      };
    })(),
    {
      what: `page of ${size} from row ${count >> 1}, ${over}`, peer: 'one unencrypted database, OFFSET', rounds: Math.min(rounds, 20),
      ours: (round: number) => page({}, newestFirst, (count >> 1) + round), theirs: (round: number) => peer.page({}, 'registeredAt', (count >> 1) + round),
    },
    ...Object.entries(words).filter(([, drawn]) => drawn.length > 0).map(([name, drawn]) => ({
      what: `search for ${name}, newest ${size} and their total, ${over}`, peer: 'one unencrypted database: page and count', rounds: drawn.length, group: `all of these: a search, newest ${size} and their total, ${over}`,
      ours: (round: number) => page({ text: drawn[round] ?? '' }, newestFirst),
      theirs: (round: number) => [peer.page({ text: drawn[round] ?? '' }, 'registeredAt'), peer.count({ text: drawn[round] ?? '' })],
    })),
    ...Object.entries(words).filter(([name, drawn]) => name.includes('frequent') && drawn.length > 0).map(([name, drawn]) => ({
      what: `search for ${name}, ${size} from row 40000, ${over}`, peer: 'one unencrypted database, OFFSET', rounds: drawn.length,
      ours: (round: number) => page({ text: drawn[round] ?? '' }, newestFirst, 40_000), theirs: (round: number) => peer.page({ text: drawn[round] ?? '' }, 'registeredAt', 40_000),
    })),
  ]);
}
