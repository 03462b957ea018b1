import { z } from 'zod';
import { letterKind } from '../notices/kinds.ts';
import { letterParticulars } from '../notices/particulars.ts';
import { command, commandOfTwo, done, nothing, question } from './define.ts';
import { asReceived } from './shapes/material.ts';
import { degree, bodyCode } from './shapes/reference.ts';
import { refusal } from './refusal-shape.ts';
import { civilDate, civilDateTime, cursor, hash, id, line, materialLanguage, optionalLine, pageLimit } from './shapes/text.ts';

const content = ['director', 'registrar', 'analyst'] as const;

const consentFields = {
  materialIds: z.array(id).min(1).max(200),
  grantor: bodyCode,
  scope: z.strictObject({ kind: z.enum(['body', 'state', 'observer', 'thirdParty']), codes: z.array(z.string().regex(/^[A-Z]{2}(-\d{2})?$/)).min(1).max(100) }),
  purpose: line(400), number: line(60), date: civilDate, signatory: line(200), carrier: line(200),
  conditions: optionalLine(1000), conditionsMet: z.boolean(), validFrom: civilDate.nullable(), validTo: civilDate.nullable(),
};

export const consents = {
  record: command({
    summary: 'Records a written consent of an originator to transfer: a document with its grantor, materials, addressees, purpose and term.',
    articles: ['8', '12'], roles: ['registrar'],
    refusals: ['material.notFound', 'consent.notOriginators', 'consent.emptyScope', 'consent.notWritten', 'date.inFuture', 'date.order', 'body.unknown'],
    input: z.strictObject(consentFields), answer: z.strictObject({ consentId: id }),
  }),
  revoke: command({
    summary: 'Records that the grantor has revoked a consent; drafts a notice to each body that was given something under it.', articles: ['8'], roles: ['registrar'],
    refusals: ['consent.notFound', 'consent.revoked', 'date.inFuture', 'date.order'],
    input: z.strictObject({ consentId: id, number: line(60), date: civilDate }), answer: z.strictObject({ notices: z.array(z.strictObject({ noticeId: id, addressee: bodyCode })) }),
  }),
  request: command({
    summary: 'Drafts the request for a consent to its originator: of its own information alone, in its own holding.', articles: ['5', '8', '12'], roles: ['director', 'registrar'],
    refusals: ['material.notFound', 'body.unknown', 'purpose.missing', 'consent.notNeeded', 'consent.requestStands', 'consent.requestTells'],
    input: z.strictObject({
      materialId: id, recipient: bodyCode, grantor: bodyCode, purpose: optionalLine(400),
      /** The director's choice that a body which gave nothing to the material learns of it. */
      telling: z.boolean().optional(),
    }),
    answer: z.strictObject({ noticeId: id, addressee: bodyCode }),
  }),
  conditionMet: command({
    summary: 'Records by which paper the conditions of a consent were shown to be met; the consent as recorded stays as it is.', articles: ['8'], roles: ['registrar'],
    refusals: ['consent.notFound', 'consent.revoked', 'consent.conditionsMet', 'date.inFuture', 'date.order'],
    input: z.strictObject({ consentId: id, document: z.strictObject({ number: line(60), date: civilDate, carrier: line(200) }) }), answer: done,
  }),
  list: question({
    summary: 'Written consents, of one material or all.', articles: ['8'], roles: content, journal: 'view', refusals: ['material.notFound'],
    input: z.strictObject({ materialId: id.nullable() }),
    answer: z.array(z.strictObject({ id, ...consentFields, recordedAt: civilDateTime, officer: z.string(), revokedAt: civilDate.nullable(),
      /** The paper that showed conditions open at first to be met. */
      conditionMetBy: z.strictObject({ number: z.string(), date: civilDate, carrier: z.string() }).nullable(), regNos: z.array(z.string()) })),
  }),
};

/**
 * Ids of consents and restrictions of which the officer confirms that their purpose, in other words, covers this one (R8.8). It counts for
 * material of one originator; where the director decides, his decision confirms it. Named in the refusals `consent.purposeDiffers` and `restriction.purposeDiffers`.
 */
const confirmedPurposes = z.array(id).max(400).optional();

/** What the rules may say against a transfer; `transfer.refused` comes after them. */
const transferRefusals = [
  'date.invalid', 'material.originatorUnknown', 'body.unknown', 'body.notARecipient', 'body.notListed', 'party.notInForce', 'party.withdrawn', 'party.statusUnknown',
  'consent.missing', 'consent.missingHidden', 'consent.missingWithinState', 'consent.missingOfAll', 'consent.emptyScope', 'consent.otherRecipient', 'consent.notWritten',
  'consent.afterDispatch', 'consent.notYetValid', 'consent.expired', 'consent.revoked', 'consent.conditionsOpen', 'consent.purposeDiffers', 'director.decisionMissing', 'director.decisionUsed', 'director.decisionExpired', 'director.decisionPurposeDiffers',
  'director.observerApprovalMissing',
  'restriction.forbids', 'restriction.forbidsHidden', 'restriction.purposeDiffers', 'restriction.noCopy', 'restriction.emptyAddressees', 'restriction.unreadable',
  'grif.unknown', 'grif.belowSources', 'channel.notAgreed', 'channel.tooLow', 'clearance.addresseeMissing', 'clearance.addresseeTooLow',
  'request.notFound', 'request.otherRecipient', 'request.closed', 'request.unjustified', 'request.awaitsJustification', 'purpose.missing', 'material.notAdmitted', 'material.frozen',
] as const;

const decision = z.strictObject({
  materialId: id, regNo: z.string(), recipient: bodyCode, allowed: z.boolean(),
  /** Row of the decision table, T1 to T6. */
  row: z.string(), consents: z.array(id),
  /** A second officer has to check it with the one who seals: `release.sealByTwo` (R13.1). */
  second: z.boolean(), refusals: z.array(refusal),
  /** The director's decision on this pair that has not been used; null where there is none. */
  approval: z.strictObject({ number: z.string(), date: civilDate, validTo: civilDate.nullable(), purpose: z.string().nullable(), officer: z.string() }).nullable(),
  /** Whose consents it needs and who has given one; a body not among them is not needed. `hidden`: others are needed too, of whom the officer may not know. */
  needed: z.strictObject({
    hidden: z.boolean(),
    cells: z.array(z.strictObject({
      grantor: bodyCode, ground: z.enum(['otherState', 'sameState', 'observer', 'allBodies']), state: z.enum(['granted', 'expiring', 'unfit', 'missing']), until: civilDate.nullable(),
      /** The latest request for it; `issuedOn` null while it is a draft. */
      asked: z.strictObject({ noticeId: id, issuedOn: civilDate.nullable() }).nullable(),
    })),
  }),
});

const sealOrder = z.strictObject({
  jobId: id, materialIds: z.array(id).min(1).max(200), recipient: bodyCode, purpose: line(400), channel: line(100), confirmedPurposes,
  /** The request that it answers; null or nothing for an initiative. */
  requestId: id.nullable().optional(),
  /** To one person by name, who alone opens it (Art. 12); nothing: to the body. */
  person: optionalLine(200).optional(),
  folder: z.string().min(1).max(4096), allowVaultDisk: z.boolean(), language: z.enum(['ru', 'kk', 'en']),
});

const sealedPackage = z.strictObject({
  packageId: id, number: z.string(), path: z.string(), size: z.int(), sha256: hash, readBackAt: civilDateTime,
  /** Papers that lie in it as PDF; none where this workstation can make no PDF. */
  documents: z.array(z.enum(['letter', 'inventory', 'receipt'])),
});

const sealRefusals = ['material.notFound', ...transferRefusals, 'transfer.refused', 'body.noKeys', 'media.missing', 'media.vaultFolder', 'media.vaultDisk', 'media.symlink', 'media.full', 'media.readOnly',
  'media.unplugged', 'media.swapped', 'media.permission', 'media.io', 'media.exists', 'media.compareFailed', 'job.cancelled', 'attachment.damaged',
  'package.tooLarge', 'package.schema', 'document.noPdf', 'vault.damaged'] as const;

export const release = {
  decide: question({
    summary: 'The transfer decision for each pair of material and addressee, with every failing check, its article and the document missing.',
    articles: ['5', '8', '9', '10', '12'], roles: content, journal: 'view', refusals: ['material.notFound'],
    input: z.strictObject({
      materialIds: z.array(id).min(1).max(200), recipients: z.array(bodyCode).min(1).max(50),
      purpose: optionalLine(400), channel: optionalLine(100), on: civilDate.nullable(), confirmedPurposes,
      /** The request that it answers, for the body that asked; the other recipients get theirs as an initiative. */
      requestId: id.nullable().optional(),
      /** To one person by name (Art. 12); nothing: to the body. */
      person: optionalLine(200).optional(),
    }),
    answer: z.strictObject({ decisions: z.array(decision) }),
  }),
  approve: command({
    summary: 'The director\'s decision to transfer information created in cooperation, or a Centre product, or anything to an observer: for one package to one addressee. The person replacing him may take it.',
    articles: ['5', '12'], roles: content,
    refusals: ['grant.notEntitled', 'material.notFound', 'body.unknown', 'date.inFuture', 'date.order'],
    input: z.strictObject({
      materialIds: z.array(id).min(1).max(200), recipient: bodyCode, purpose: line(400), decision: z.strictObject({ number: line(60), date: civilDate }),
      /** Last day on which it may be used. */
      validTo: civilDate.nullable(), confirmedPurposes,
    }),
    answer: done,
  }),
  withdrawApproval: command({
    summary: 'Takes back a decision of the director by which no package has gone yet.', articles: ['5'], roles: content,
    refusals: ['grant.notEntitled', 'material.notFound', 'director.decisionNotFound'],
    input: z.strictObject({ materialId: id, recipient: bodyCode }), answer: done,
  }),
  /** Seals one package for one addressee, writes it to the folder, reads it back and compares; only then is it recorded as written. */
  seal: command({
    summary: 'Seals a package for one addressee onto a medium or folder: decided anew, written, read back, compared.', articles: ['5', '8', '9', '10', '11', '12'],
    roles: ['registrar'], refusals: [...sealRefusals, 'transfer.secondMissing'], input: sealOrder, answer: sealedPackage,
  }),
  sealByTwo: commandOfTwo({
    summary: 'The same, checked by a second officer at the same desk, where the Rules ask for two: to an observer or third party, and of what was created in cooperation.',
    articles: ['5', '8', '9', '10', '11', '12', '13'], roles: ['registrar'], secondRoles: ['director', 'registrar', 'analyst'], refusals: sealRefusals, input: sealOrder, answer: sealedPackage,
  }),
};

/** `sealedAt`: when it was begun, for one that was not written. `sha256`: null for such a one; `voidCode`: why. */
const sentPackage = z.strictObject({
  id, number: z.string(), recipient: bodyCode, sealedAt: civilDateTime, items: z.int(), sha256: hash.nullable(), channel: z.string(),
  state: z.enum(['started', 'written', 'void', 'receiptReturned']), voidCode: z.string().nullable(), receiptAt: civilDate.nullable(),
});

export const outgoing = {
  page: question({
    summary: 'Packages sent, newest first, with those begun and not finished: each number has its fate.', articles: ['11'], roles: content, journal: 'view',
    refusals: ['search.badCursor'],
    input: z.strictObject({ cursor: cursor.nullable(), limit: pageLimit }),
    answer: z.strictObject({ rows: z.array(sentPackage), next: cursor.nullable(), total: z.int() }),
  }),
  card: question({
    summary: 'One package sent, or begun and not finished, however long ago.', articles: ['11'], roles: content, journal: 'view',
    refusals: ['package.notFound'], input: z.strictObject({ packageId: id }), answer: sentPackage,
  }),
  receipt: command({
    summary: 'Records the receipt returned by the addressee.', articles: ['10', '11'], roles: ['registrar'],
    refusals: ['package.notFound', 'package.receiptTwice', 'date.inFuture', 'date.order'],
    input: z.strictObject({ packageId: id, number: optionalLine(60), date: civilDate }), answer: done,
  }),
};

export const media = {
  list: question({ summary: 'Removable media plugged in now, with free space.', articles: ['10'], roles: 'any', input: nothing,
    answer: z.array(z.strictObject({ path: z.string(), label: z.string(), free: z.number(), size: z.number(), readOnly: z.boolean() })) }),
  askFolder: command({ summary: 'Asks the officer for a folder by the system\'s own dialogue.', roles: 'any', input: nothing,
    answer: z.strictObject({ path: z.string().nullable(), supported: z.boolean() }) }),
  packages: question({
    summary: 'Sealed packages lying in a folder or on a medium, by their outer headers.', articles: ['10'], roles: ['registrar'], journal: 'view', refusals: ['media.missing', 'media.permission', 'media.io'],
    input: z.strictObject({ folder: z.string().min(1).max(4096) }),
    answer: z.array(z.strictObject({ path: z.string(), size: z.number(), number: z.string().nullable(), sender: z.string().nullable(), date: z.string().nullable(), trouble: z.string().nullable() })),
  }),
};

const packageTrouble = ['package.notAPackage', 'package.newer', 'package.truncated', 'package.altered', 'package.unknownSender', 'package.badSignature', 'package.notAddressee',
  'package.replayed', 'package.manifestMismatch', 'package.hostilePath', 'package.tooLarge', 'package.schema', 'media.missing', 'media.permission', 'media.io', 'job.cancelled', 'vault.noSpace'] as const;

/** A file of a verified package, taken into quarantine under `fileId` as an attachment that a draft may name; null in a package of ours, of which nothing is taken in. */
const quarantined = z.strictObject({ fileId: id.nullable(), name: z.string(), size: z.int(), sha256: hash });

export const sealed = {
  verify: command({
    summary: 'Opens a sealed package into quarantine: signature, order, replay, manifest against content, before anything is registered.',
    articles: ['10', '11'], roles: ['registrar'], refusals: [...packageTrouble],
    input: z.strictObject({ path: z.string().min(1).max(4096), jobId: id }),
    answer: z.strictObject({
      sha256: hash, number: z.string(), sender: bodyCode, recipient: bodyCode, date: civilDate,
      items: z.array(z.strictObject({
        /** As the sender wrote it; `registrationDate`, `attributes` and `language` only where the package tells them, else empty and `other`. */
        registrationNumber: z.string(), registrationDate: civilDate.nullable(), copyNo: z.int().nullable(), marking: z.string(), degree, evaluation: z.string(), sheets: z.int().nullable(),
        attributes: asReceived.shape.attributes, text: z.string(), language: materialLanguage, restrictions: z.array(z.string()), consent: z.string(),
        files: z.array(quarantined),
      })),
      documents: z.array(z.strictObject({ kind: z.enum(['letter', 'inventory', 'receipt']), ...quarantined.shape })),
    }),
  }),
};

const noticeRow = z.strictObject({
  id, kind: letterKind, addressee: bodyCode, number: z.string().nullable(),
  status: z.enum(['draft', 'issued', 'acknowledged', 'cancelled']), draftedAt: civilDateTime, dueOn: civilDate.nullable(),
  issuedAt: civilDateTime.nullable(), acknowledgedOn: civilDate.nullable(), overdue: z.boolean(), degree: degree.nullable(),
  materials: z.array(z.strictObject({ id, regNo: z.string() })),
});

export const notices = {
  page: question({
    summary: 'Notices drafted, issued and acknowledged; overdue ones marked.', articles: ['7', '9', '14'], roles: content, journal: 'view', refusals: ['search.badCursor'],
    input: z.strictObject({ status: z.enum(['draft', 'issued', 'acknowledged', 'cancelled', 'overdue']).nullable(), kind: letterKind.nullable(), cursor: cursor.nullable(), limit: pageLimit }),
    answer: z.strictObject({ rows: z.array(noticeRow), next: cursor.nullable(), total: z.int() }),
  }),
  card: question({
    summary: 'A notice with its lines: only what its addressee gave or got, by numbers that the addressee knows.', articles: ['7', '9', '14'], roles: content, journal: 'view',
    refusals: ['notice.notFound'], input: z.strictObject({ noticeId: id }),
    answer: z.strictObject({
      row: noticeRow, officer: z.string(), acknowledgedBy: z.string().nullable(), cancelled: z.string().nullable(), sender: z.string().nullable(),
      lines: z.array(z.strictObject({ materialId: id.nullable(), ownReference: z.string(), ownDate: civilDate.nullable(), ourNumber: z.string(), ourDate: civilDate })),
      /** What the addressee received from the Centre, by our outgoing numbers (Art. 14). */
      received: z.array(z.strictObject({ number: z.string(), date: civilDate })),
      particulars: letterParticulars.nullable(),
    }),
  }),
  issue: command({
    summary: 'Issues a drafted notice: gives it the addressee\'s next number and today\'s date.', articles: ['7', '9', '14'], roles: ['registrar', 'director'],
    refusals: ['notice.notFound', 'notice.notADraft', 'party.notInForce', 'party.withdrawn', 'party.statusUnknown', 'body.unknown', 'body.notListed'], input: z.strictObject({ noticeId: id }), answer: z.strictObject({ number: z.string() }),
  }),
  acknowledge: command({
    summary: 'Records the addressee\'s acknowledgement of a notice.', articles: ['7', '9', '14'], roles: ['registrar', 'director'],
    refusals: ['notice.notFound', 'notice.notIssued', 'date.inFuture', 'date.order'],
    input: z.strictObject({ noticeId: id, number: optionalLine(60), date: civilDate }), answer: done,
  }),
  cancel: command({
    summary: 'Cancels a draft that the Agreement does not oblige the Centre to send, with the reason; an issued notice stands.', articles: ['7', '9', '14'], roles: ['registrar', 'director'],
    refusals: ['notice.notFound', 'notice.notADraft', 'notice.mustBeSent'], input: z.strictObject({ noticeId: id, reason: line(400) }), answer: done,
  }),
};

