import { z } from 'zod';
import { command, question } from './define.ts';
import { civilDate, civilDateTime, cursor, hash, id, optionalLine, pageLimit } from './shapes/text.ts';

export const journal = {
  page: question({
    summary: 'Acts of the journal, newest first, filtered. Reading it is itself an act.', articles: ['11'], roles: ['director', 'security'], journal: 'view',
    refusals: ['search.badCursor'],
    input: z.strictObject({
      officer: id.nullable(), kind: z.string().max(60).nullable(), result: z.enum(['done', 'refused']).nullable(), subject: id.nullable(),
      from: civilDate.nullable(), to: civilDate.nullable(), text: optionalLine(200), cursor: cursor.nullable(), limit: pageLimit,
    }),
    answer: z.strictObject({
      rows: z.array(z.strictObject({ seq: z.int(), at: civilDateTime, officer: z.string(), second: z.string().nullable(), workstation: z.string(), kind: z.string(), result: z.enum(['done', 'refused']),
        /** Id of the thing; of an act about a holding its name, which those who read the journal may know (Art. 11). */
        subject: z.string().nullable(), detail: z.string(), hash })),
      next: cursor.nullable(), total: z.int(), kinds: z.array(z.string()), officers: z.array(z.strictObject({ id, name: z.string() })),
    }),
  }),
  compareHead: command({
    summary: 'Compares the journal with a head printed earlier; that it was compared is an act.', articles: ['11'], roles: ['director', 'security'], refusals: ['head.badCode'],
    input: z.strictObject({ code: z.string().max(200) }),
    answer: z.strictObject({ verdict: z.enum(['same', 'other', 'beyond']), seq: z.int(), at: civilDateTime.nullable(), acts: z.int() }),
  }),
  exportTo: command({
    summary: 'Exports the journal as numbered, hash-chained, signed lines that anyone can verify without keys of content.', articles: ['11'], roles: ['director', 'security'],
    refusals: ['media.missing', 'media.vaultFolder', 'media.symlink', 'media.unplugged', 'media.full', 'media.readOnly', 'media.permission', 'media.io', 'media.exists'],
    input: z.strictObject({ folder: z.string().min(1).max(4096) }), answer: z.strictObject({ path: z.string(), acts: z.int(), head: hash }),
  }),
};
