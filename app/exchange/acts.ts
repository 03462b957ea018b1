import { z } from 'zod';
import { bodyCode } from '../contract/shapes/reference.ts';
import { civilDate, id } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';
import { serial } from '../materials/acts.ts';

/** A consent that names materials of two holdings is recorded in each with that holding's materials only (Art. 11). */
export const consentRecorded = actKind('consent.recorded', z.strictObject({ id }), z.strictObject({
  id, materialIds: z.array(id), grantor: bodyCode,
  scope: z.strictObject({ kind: z.enum(['body', 'state', 'observer', 'thirdParty']), codes: z.array(z.string()) }),
  purpose: z.string(), number: z.string(), date: civilDate, signatory: z.string(), carrier: z.string(), conditions: z.string(),
  conditionsMet: z.boolean(), validFrom: civilDate.nullable(), validTo: civilDate.nullable(),
}));
export const consentRevoked = actKind('consent.revoked', z.strictObject({ id }), z.strictObject({ id, number: z.string(), date: civilDate }));

const paper = z.strictObject({ number: z.string(), date: civilDate, carrier: z.string() });
/** The paper by which a condition of a consent was shown to be met, in each holding of the consent. */
export const consentConditionMet = actKind('consent.conditionMet', z.strictObject({ id }), z.strictObject({ id, document: paper }));

/**
 * The director's part in the agreement between bodies and Centre (Art. 5(2)), for one package. `basis` stood alone in acts of earlier
 * versions of the program, which named neither purpose nor term; `confirmedPurposes`: consents and restrictions that he found to cover it.
 */
export const transferApproved = actKind('transfer.approved', z.strictObject({}), z.strictObject({
  materialIds: z.array(id), recipients: z.array(bodyCode), basis: z.string().optional(), decision: z.strictObject({ number: z.string(), date: civilDate }).optional(),
  purpose: z.string().optional(), validTo: civilDate.nullable().optional(), confirmedPurposes: z.array(id).optional(),
}));
/** The director takes back a decision that was not used yet. */
export const approvalWithdrawn = actKind('transfer.approvalWithdrawn', z.strictObject({}), z.strictObject({ materialId: id, recipient: bodyCode }));

const started = z.strictObject({ id, number: z.string(), serial, recipient: bodyCode });
const voided = z.strictObject({ id, code: z.string() });
const receipt = z.strictObject({ id, number: z.string(), date: civilDate });

/**
 * The number is taken before the first byte is written; it ends in `package.sealed` or `package.voided`, so no number is unexplained.
 * What the outside of a package tells lies in the Centre's own holding of the lower degree: whoever sends draws from its series.
 */
export const packageStarted = actKind('package.started', started, started);
export const packageVoided = actKind('package.voided', voided, voided);
export const packageSealed = actKind('package.sealed', z.strictObject({
  id, number: z.string(), recipient: bodyCode, items: z.int(), sha256: z.string(), size: z.int(), channel: z.string(), fileName: z.string(),
}), z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('outside'), id, sha256: z.string(), size: z.int(), channel: z.string(), fileName: z.string() }),
  /** In each holding its own materials, `confirmed`: consents and restrictions whose purpose, in other words, was confirmed to cover this one; `of`: how many went in all, so that no paper is printed with some of them. */
  z.strictObject({
    part: z.literal('items'), packageId: id, packageNumber: z.string(), recipient: bodyCode, purpose: z.string(), channel: z.string(), of: z.int(),
    /** The request that it answers; the officer who checked it with the one who sealed; the person to whom it is addressed by name. */
    requestId: id.optional(), second: id.optional(), person: z.string().optional(),
    items: z.array(z.strictObject({ materialId: id, copyNo: z.int(), consentIds: z.array(id), row: z.string(), confirmed: z.array(id).optional() })),
  }),
]));
export const receiptRecorded = actKind('package.receiptRecorded', receipt, receipt);

const verified = z.strictObject({ sender: bodyCode, number: z.string(), sha256: z.string() });
/** A sealed package of a body, opened into quarantine and found whole; its number counts as seen from the registration of the package on. It lies where the package would be registered. */
export const sealedVerified = actKind('sealed.verified', verified, verified);
