import { materialSort } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { z } from 'zod';
import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';
import type { Place } from '../../vault/queries/material-keys.ts';
import { pageOver } from '../../vault/queries/material-pages.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { openHoldings } from '../../acts/lookup.ts';
import { withheldFrom, withoutContent } from '../../acts/exchange/restricted.ts';

const place = z.strictObject({ sort: materialSort, key: z.string(), row: z.int() });

/** A page over every holding that the officer can open, merged by the sort key and the id: nothing of the others, not even a count (R7.9). */
export const page: Handler<'materials.page'> = ({ filter, sort, cursor, skip = 0, limit }, context) => {
  const { vault } = context;
  const withheld = withheldFrom(context);
  const after = cursor === null ? null : placeOf(vault, cursor, sort);
  const wanted = openHoldings(vault).filter(({ name }) => isWanted(name, filter));
  const { rows, total } = pageOver(wanted, filter, sort, { after, skip }, limit + 1, withheld);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ material }) => (withheld.has(material.id) ? withoutContent(material) : material)),
    next: rows.length > limit && last !== undefined ? cursorOf(vault, last, sort) : null,
    total,
  };
};

function isWanted(name: string, { bodies, states, degree }: { bodies?: readonly string[] | undefined; states?: readonly string[] | undefined; degree?: MaterialRow['degree'] | undefined }): boolean {
  const [body = '', of] = name.split('/');
  return (bodies === undefined || bodies.length === 0 || bodies.includes(body))
    && (states === undefined || states.length === 0 || states.includes(body === 'CENTRE' ? 'CENTRE' : body.slice(0, 2)))
    && (degree === undefined || degree === of);
}

/** Sealed: the number of a row is that of its act, and tells how much others did in between. */
const sealedBy = (vault: OpenVault) => vault.derive('officer', 'cursors');

function cursorOf(vault: OpenVault, { key, row }: Place, sort: z.infer<typeof materialSort>): string {
  return Buffer.from(sealedBy(vault).seal(Buffer.from(JSON.stringify({ sort, key, row })))).toString('base64url');
}

/** A cursor belongs to the officer and the sort it was given for. */
function placeOf(vault: OpenVault, cursor: string, sort: z.infer<typeof materialSort>): Place {
  const read = (): z.infer<typeof place> | undefined => {
    try {
      return place.safeParse(JSON.parse(Buffer.from(sealedBy(vault).open(Buffer.from(cursor, 'base64url')) ?? []).toString('utf8'))).data;
    } catch {
      return undefined;
    }
  };
  const found = read();
  if (found === undefined || found.sort.by !== sort.by || found.sort.direction !== sort.direction) no('search.badCursor');
  return { key: found.key, row: found.row };
}
