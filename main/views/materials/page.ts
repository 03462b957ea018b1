import { materialSort } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { z } from 'zod';
import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';
import { pageOver, type KeyedRow, type Place } from '../../vault/queries/material-pages.ts';
import { countOf } from '../../vault/queries/materials.ts';
import { openHoldings } from '../../acts/lookup.ts';

const place = z.strictObject({ sort: materialSort, key: z.string(), id: z.string() });

/** A page over every holding that the officer can open, merged by the sort key and the id: nothing of the others, not even a count (R7.9). */
export const page: Handler<'materials.page'> = ({ filter, sort, cursor, skip = 0, limit }, { vault }) => {
  const after = cursor === null ? null : placeOf(cursor, sort);
  const wanted = openHoldings(vault).filter(({ name }) => isWanted(name, filter));
  const rows = pageOver(wanted, filter, sort, { after, skip }, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ row }) => row),
    next: rows.length > limit && last !== undefined ? cursorOf(last, sort) : null,
    total: after === null ? wanted.reduce((sum, { db }) => sum + countOf(db, filter), 0) : null,
  };
};

function isWanted(name: string, { bodies, states, degree }: { bodies?: readonly string[] | undefined; states?: readonly string[] | undefined; degree?: MaterialRow['degree'] | undefined }): boolean {
  const [body = '', of] = name.split('/');
  return (bodies === undefined || bodies.length === 0 || bodies.includes(body))
    && (states === undefined || states.length === 0 || states.includes(body === 'CENTRE' ? 'CENTRE' : body.slice(0, 2)))
    && (degree === undefined || degree === of);
}

function cursorOf({ key, row }: KeyedRow, sort: z.infer<typeof materialSort>): string {
  return Buffer.from(JSON.stringify({ sort, key, id: row.id })).toString('base64url');
}

/** A cursor belongs to the sort it was given for. */
function placeOf(cursor: string, sort: z.infer<typeof materialSort>): Place {
  const read = (): z.infer<typeof place> | undefined => {
    try {
      return place.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).data;
    } catch {
      return undefined;
    }
  };
  const found = read();
  if (found === undefined || found.sort.by !== sort.by || found.sort.direction !== sort.direction) no('search.badCursor');
  return { key: found.key, id: found.id };
}
