import { z } from 'zod';
import { stateCodes } from '../../agreement/states.ts';
import { civilDate, line, optionalLine } from './text.ts';

export const stateCode = z.enum(stateCodes);
/** `KZ-01` of a State, `OB-01` of an observer, `TP-01` of a third party, `CENTRE`. */
export const bodyCode = z.string().regex(/^(CENTRE|[A-Z]{2}-\d{2})$/, { error: 'notABodyCode' });
export const degree = z.enum(['LOWER', 'UPPER']);
export const bodyKind = z.enum(['competent', 'authorised', 'observer', 'thirdParty', 'centre']);

export const names = z.strictObject({ ru: line(200), kk: line(200), en: line(200) });

/** A channel agreed with a body and the highest degree that it may carry (Art. 10). */
export const channel = z.strictObject({ name: line(100), highest: degree, reference: line(200) });

/** Public keys of a body for sealed packages; hex. */
export const bodyKeys = z.strictObject({
  box: z.string().regex(/^[0-9a-f]{64}$/),
  sign: z.string().regex(/^[0-9a-f]{64}$/),
  document: line(200),
});

/** A body with the written notification that put it on the list (Art. 3). */
export const body = z.strictObject({
  code: bodyCode,
  state: z.union([stateCode, z.literal('CENTRE')]).nullable(),
  kind: bodyKind,
  names,
  listedFrom: civilDate,
  listedTo: civilDate.nullable(),
  notifyingLetter: z.strictObject({ number: line(60), date: civilDate, channel: line(100) }),
  channels: z.array(channel).max(20),
  successor: bodyCode.nullable(),
  keys: bodyKeys.nullable(),
});
export type BodyRecord = z.infer<typeof body>;

export const agreementEventKind = z.enum([
  'signature', 'notification', 'accession', 'foundingAccession', 'councilDecision', 'depositaryNotice', 'withdrawalNotice',
]);

/** A dated event of the Agreement with the document behind it (Art. 20-23). */
export const agreementEvent = z.strictObject({
  kind: agreementEventKind,
  state: stateCode.nullable(),
  date: civilDate,
  document: line(200),
  effectiveDate: civilDate.nullable(),
  note: optionalLine(400),
});

export const partyStatusName = z.enum(['none', 'signed', 'notified', 'inForce', 'acceded', 'withdrawing', 'withdrawn']);
export const partyStatus = z.strictObject({
  state: stateCode,
  status: partyStatusName,
  since: civilDate.nullable(),
  mayExchange: z.boolean(),
  /** The arithmetic behind the status, step by step. */
  steps: z.array(z.strictObject({ code: z.string(), rule: z.string(), date: civilDate, from: civilDate.nullable(), document: z.string().nullable() })),
});

const grifRow = z.strictObject({ kk: line(60), ru: line(60), national: z.array(line(60)).max(10) });
const centreGrif = z.strictObject({ kk: line(60), ru: line(60), en: line(60) });

/** A version of Annex 1; materials keep the version they were mapped with (R9.4). */
export const annex1Version = z.strictObject({
  id: line(40),
  effectiveFrom: civilDate,
  decision: line(200).nullable(),
  centre: z.strictObject({ UPPER: centreGrif, LOWER: centreGrif }),
  rows: z.record(stateCode, z.strictObject({ UPPER: grifRow, LOWER: grifRow })),
});
