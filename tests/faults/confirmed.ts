import { z } from 'zod';

/**
 * What a program had answered for when it was cut off. `act`: the journal has one of this kind and subject. `opens`: from now on
 * this passphrase opens this account, or with `perhaps` this or the one before. `file`: an attachment that can be read.
 * `replaced`: from now on this account is the director's instead of `d`; with `perhaps` this or `d`.
 * `package`: a sealed package of this digest lies on the medium. `export`: a journal written out lies there. `commits`: so many heads are
 * kept, and with them so many commits. `backup`: this generation lies on the medium for backups, or with `perhaps` does no more.
 */
const confirmation = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('act'), kind: z.string(), subject: z.string().nullable() }),
  z.strictObject({ what: z.literal('opens'), login: z.string(), passphrase: z.string(), perhaps: z.boolean() }),
  z.strictObject({ what: z.literal('replaced'), login: z.string(), passphrase: z.string(), perhaps: z.boolean() }),
  z.strictObject({ what: z.literal('file'), holding: z.string(), fileId: z.string(), bytes: z.int() }),
  z.strictObject({ what: z.literal('package'), path: z.string(), sha256: z.string() }),
  z.strictObject({ what: z.literal('export'), path: z.string(), acts: z.int() }),
  z.strictObject({ what: z.literal('commits'), count: z.int() }),
  z.strictObject({ what: z.literal('backup'), generation: z.int(), perhaps: z.boolean() }),
]);
export type Confirmation = z.infer<typeof confirmation>;

export const sayLine = (one: Confirmation): string => `${JSON.stringify(one)}\n`;
export const saidIn = (text: string): Confirmation[] => text.split('\n').filter((line) => line.startsWith('{')).map((line) => confirmation.parse(JSON.parse(line)));
